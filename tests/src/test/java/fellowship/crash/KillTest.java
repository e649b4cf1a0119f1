package fellowship.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.acceptance.Product;
import fellowship.proof.Proof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 and P2: {@code kill -9} at random moments, up to six times a run. {@code -Dkills=3000} for a night; without it, as
 * many as fit in {@code -Dkill.seconds} (25).
 */
class KillTest {

    private static final int ROWS = 90;
    private static final int MOST_KILLS = 6;
    private static final int KILLS = Integer.getInteger("kills", 0);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("kill.seconds", 25));
    private static final Duration LATENCY = Duration.ofMillis(60);

    @TempDir
    private Path temp;

    private final long seed = Long.getLong("seed", 42);
    private final Random random = new Random(seed);
    private int kills;
    private int runs;
    private long repeated;
    private long mostRepeated;

    @Test
    void aKilledRunGoesOnAndMakesTheSameBytesAndPaysOnlyForWhatWasUnderWay() throws Exception {
        Map<String, String> calm;
        long span;
        try (Workplace place = new Workplace(temp.resolve("calm"), ROWS, LATENCY)) {
            Process process = place.product().start(Workplace.command());
            place.awaitCall(process, 0);
            long first = System.nanoTime();
            assertThat(place.product().end(process).code()).isZero();
            span = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first);
            assertThat(place.count("repeated_bodies")).isZero();
            calm = place.result();
        }
        long end = System.nanoTime() + TIME.toNanos();
        while (KILLS > 0 ? kills < KILLS : System.nanoTime() < end || kills == 0) {
            try (Workplace place = new Workplace(temp.resolve("run-" + runs++), ROWS, LATENCY)) {
                killed(place, span);
                assertThat(place.result()).as("run %d of seed %d", runs, seed).isEqualTo(calm);
            }
        }
        int limit = Workplace.MODELS * Workplace.IN_FLIGHT;
        Proof.figure("kills", kills + " kills, " + runs + " runs recovered, 0 data sets differing, seed " + seed);
        Proof.figure(
                "calls-repeated-per-kill",
                String.format(
                        Locale.ROOT,
                        "mean %.1f, max %d (calls in flight at most %d)",
                        (double) repeated / kills,
                        mostRepeated,
                        limit));
        assertThat((double) repeated / kills).as("repeated per kill").isLessThanOrEqualTo(limit);
        assertThat(mostRepeated).as("in flight until the answer is synced").isLessThanOrEqualTo(limit);
    }

    /** Kills until the run is through. What is repeated after a kill was under way at that kill or an earlier one. */
    private void killed(Workplace place, long span) throws Exception {
        for (int kill = 0; kill < MOST_KILLS; kill++) {
            Process process = place.product().start(Workplace.command());
            place.awaitCall(process, place.count("requests"));
            if (process.waitFor((long) (random.nextDouble() * span), TimeUnit.MILLISECONDS)) {
                break;
            }
            process.destroyForcibly().waitFor();
            kills++;
            count(place);
        }
        Product.Result last = place.product().run(Workplace.command());
        assertThat(last.code()).as(last.all()).isZero();
        count(place);
        assertThat(place.count("distinct_bodies")).isEqualTo(3L * ROWS);
    }

    private long before;

    private void count(Workplace place) {
        long now = place.count("repeated_bodies");
        long more = now < before ? now : now - before; // Each run has a provider of its own.
        before = now;
        repeated += more;
        mostRepeated = Math.max(mostRepeated, more);
    }
}
