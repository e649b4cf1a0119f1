#!/bin/sh
# How often the report's intervals hold the truth on judges of known bias: simulations (1000), a table, 93 to 97 % demanded.
# Also tells the errors among emitted pairs and what juries save, with the predicted figures.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B -pl runtime test -Dtest='CoverageTest,ErrorRateTest,JuryTest' "-Dsimulations=${1:-1000}"
