package fellowship.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.acceptance.Product;
import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * P7: whatever signal comes, and whenever, the exit code says it and the run goes on to the same bytes.
 * {@code -Dsignals=500} for a night.
 */
@DisabledOnOs(OS.WINDOWS)
class SignalsTest {

    private static final int ROWS = 40;
    private static final int SIGNALS = Integer.getInteger("signals", 7);
    private static final Duration LATENCY = Duration.ofMillis(60);

    @TempDir
    private Path temp;

    /** Signals in turn, and what the process may end with: a run that was through before ends with 0. */
    private record Blow(List<String> signals, Set<Integer> codes) {}

    private static final List<Blow> BLOWS = List.of(
            new Blow(List.of("INT"), Set.of(130)),
            new Blow(List.of("TERM"), Set.of(143)),
            new Blow(List.of("HUP"), Set.of(129)),
            new Blow(List.of("INT", "INT"), Set.of(130)),
            new Blow(List.of("TERM", "INT"), Set.of(130, 143)),
            new Blow(List.of("STOP", "CONT"), Set.of(0)),
            new Blow(List.of("STOP", "TERM", "CONT"), Set.of(143)));

    @Test
    void everySignalIsToldByTheExitCodeAndTheRunGoesOn() throws Exception {
        Map<String, String> calm;
        try (Workplace place = new Workplace(temp.resolve("calm"), ROWS, LATENCY)) {
            assertThat(place.product().run(Workplace.command()).code()).isZero();
            calm = place.result();
        }
        Random random = new Random(Long.getLong("seed", 42));
        int met = 0;
        for (int i = 0; i < SIGNALS; i++) {
            Blow blow = BLOWS.get(i % BLOWS.size());
            try (Workplace place = new Workplace(temp.resolve("run-" + i), ROWS, LATENCY)) {
                Process process = place.product().start(Workplace.command());
                place.awaitCall(process, 0);
                process.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
                for (String name : blow.signals()) {
                    signal(process, name);
                    process.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
                }
                Product.Result result = place.product().end(process);
                met += result.code() == 0 ? 0 : 1;
                assertThat(result.code())
                        .as("%s: %s", blow.signals(), result.all())
                        .satisfiesAnyOf(code -> assertThat(blow.codes()).contains(code), code -> assertThat(code)
                                .isZero());
                if (result.code() != 0) {
                    assertThat(result.err()).contains("to go on: fellowship run w1.groovy");
                }
                assertThat(place.product().run(Workplace.command()).code()).isZero();
                assertThat(place.result()).as("after %s", blow.signals()).isEqualTo(calm);
            }
        }
        Proof.figure("signals", SIGNALS + " sent, " + met + " met a run under way, all resumable, same bytes");
        assertThat(met).isPositive();
    }

    @Test
    void aClosedOutputEndsNoRun() throws Exception {
        try (Workplace place = new Workplace(temp.resolve("pipe"), 12, Duration.ZERO)) {
            ProcessBuilder builder = new ProcessBuilder(Product.command(List.of(), Workplace.command()));
            Process process =
                    place.product().here(builder).redirectErrorStream(true).start();
            process.getInputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(place.result()).containsKey("manifest.json");
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }
}
