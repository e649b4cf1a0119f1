/** How fast and how large; short in the build, in full by the commands of {@code tests/bench/README.md}. */
@NullMarked
package fellowship.bench;

import org.jspecify.annotations.NullMarked;
