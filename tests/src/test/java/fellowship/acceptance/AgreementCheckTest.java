package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our statistics against independent implementations: random tables of all shapes are written with what we make of them,
 * and Python computes the same once more.
 */
class AgreementCheckTest {

    private static final int TABLES = 3000;

    @TempDir
    private Path temp;

    @Test
    void everyMeasureIsWhatOtherImplementationsSay() throws Exception {
        Python python = new Python(temp);
        assumeTrue(
                python.has("krippendorff, numpy, scipy, sklearn, statsmodels"),
                "this Python lacks what tests/consumers/requirements-stats.txt names: nothing was compared");
        Path tables = temp.resolve("tables.jsonl");
        JsonMapper json = JsonMapper.builder().build();
        Random random = new Random(20261125);
        try (BufferedWriter out = Files.newBufferedWriter(tables)) {
            for (Function<Random, Map<String, Object>> kind : RandomTables.KINDS) {
                for (int i = 0; i < TABLES; i++) {
                    out.write(json.writeValueAsString(kind.apply(random)));
                    out.newLine();
                }
            }
        }

        Python.Outcome checked = python.run(
                Product.root().resolve("tests/consumers/agreement_check.py").toString(), tables.toString());

        System.out.print(checked.text());
        assertThat(checked.code()).as(checked.text()).isZero();
    }
}
