package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * P5: a sync that fails, in truth: a tracer makes the n-th sync of a child process fail. Skipped where there is no
 * tracer.
 */
class FailedSyncTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsATracer() throws Exception {
        try {
            Process probe = new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true").start();
            assumeTrue(probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0, "strace may not trace here");
        } catch (java.io.IOException e) {
            assumeTrue(false, "no strace here");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 25})
    void aFailedSyncIsNeverTriedAgain(int failing) throws Exception {
        String fault = "inject=fsync,fdatasync:error=EIO:when=" + failing + "+";
        List<String> tracer =
                List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", fault);
        Path run = folder.resolve("run");
        List<String> lines;
        try (ChildJvm child = ChildJvm.start(tracer, Appender.class, run)) {
            lines = child.lines();
        }
        assertThat(lines).last().asString().startsWith("refused cannot write " + run.resolve("journal.db"));
        assertThat(lines.stream().filter(line -> line.startsWith("refused"))).hasSize(3);
        List<Integer> acknowledged = lines.stream()
                .filter(line -> line.startsWith("acknowledged "))
                .map(line -> Integer.parseInt(line.substring("acknowledged ".length())))
                .toList();
        assertThat(Files.exists(run.resolve(Journal.FILE))).isTrue();
        try (Journal journal = Journal.open(run)) {
            for (int number : acknowledged) {
                assertThat(journal.find(Calls.key(number))).isEqualTo(Optional.of(Calls.completion(number)));
            }
            journal.append(Calls.key(5_000), Calls.completion(5_000), 1).block();
        }
    }

    /** Appends one after another until it is refused three times. */
    static final class Appender {
        public static void main(String[] arguments) {
            Journal journal = Journal.open(Path.of(arguments[0]));
            int refused = 0;
            for (int i = 0; refused < 3 && i < 1_000; i++) {
                try {
                    journal.append(Calls.key(i), Calls.completion(i), 1).block();
                    System.out.println("acknowledged " + i);
                } catch (DiskException e) {
                    System.out.println("refused " + e.getMessage());
                    refused++;
                }
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
