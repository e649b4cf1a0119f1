package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.config.Limits;
import fellowship.proof.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** No sliding minute holds more than the operator allows, whatever is asked of how many models and however it ends. */
class WindowsTest {

    private static final int RUNS = 120;
    private static final int MINUTES = 4;

    private long windows;
    private long violations;

    @Test
    void noSlidingMinuteHoldsMoreThanIsAllowedAndNearlyAllOfItIsUsedAlsoWhenManyCancel() {
        double least = 1;
        double sum = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            double use = new Load(seed).play();
            least = Math.min(least, use);
            sum += use;
        }
        Proof.figure("rate-windows-checked", windows);
        Proof.figure("rate-windows-violated", violations);
        Proof.figure("rate-windows-use", String.format(Locale.ROOT, "mean %.3f, least %.3f", sum / RUNS, least));
        assertThat(violations).isZero();
        assertThat(windows).isGreaterThan(100_000);
        assertThat(least).isGreaterThanOrEqualTo(0.9);
    }

    /** One account under load: one to three models, 30 % of the callers cancel before or after they are served. */
    private final class Load {

        private final VirtualTime time = new VirtualTime();
        private final SplittableRandom random;
        private final int rpm;
        private final long tpm;
        private final int tokens;
        private final List<double[]> sent = new ArrayList<>();

        Load(long seed) {
            random = new SplittableRandom(seed);
            rpm = (int) Math.pow(10, 1.5 + random.nextDouble() * 2.3);
            tokens = 100 + random.nextInt(900);
            // Sometimes the tokens bind, sometimes the requests.
            tpm = (long) (rpm * (double) tokens * (0.4 + random.nextDouble() * 1.6));
        }

        double play() {
            Pool pool = new Pool(new Limits(OptionalInt.of(rpm), OptionalLong.of(tpm), OptionalInt.empty()), time.time);
            List<Quota> models = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                models.add(new Quota(pool, true));
            }
            int calls = (int) (1.6 * rpm * (MINUTES + 1));
            for (int i = 0; i < calls; i++) {
                call(models.get(random.nextInt(models.size())));
            }
            time.advance(Duration.ofMinutes(MINUTES));
            double requests = check(0, rpm);
            double used = check(1, tpm);
            return Math.max(requests / MINUTES / rpm, used / MINUTES / tpm);
        }

        private void call(Quota quota) {
            long actual = tokens / 2 + random.nextInt(tokens);
            long estimate = actual + random.nextInt(tokens);
            long takes = 200 + random.nextInt(3_000);
            double[] call = new double[3];
            Disposable made = quota.acquire(estimate)
                    .flatMap(permit -> {
                        call[0] = time.seconds();
                        call[1] = 1;
                        call[2] = estimate;
                        sent.add(call);
                        return Mono.delay(Duration.ofMillis(takes), time.scheduler)
                                .doOnNext(tick -> {
                                    call[2] = actual;
                                    permit.settle(actual);
                                })
                                .doFinally(signal -> permit.release());
                    })
                    .subscribe();
            if (random.nextInt(10) < 3) {
                time.scheduler.schedule(made::dispose, random.nextInt(MINUTES * 60_000), TimeUnit.MILLISECONDS);
            }
        }

        /** What was sent in all; every window that begins with a call is looked at. */
        private double check(int kind, double limit) {
            double inWindow = 0;
            double all = 0;
            for (int from = 0, to = 0; to < sent.size(); to++) {
                inWindow += sent.get(to)[1 + kind];
                all += sent.get(to)[1 + kind];
                while (sent.get(from)[0] <= sent.get(to)[0] - 60 + 1e-6) {
                    inWindow -= sent.get(from++)[1 + kind];
                }
                windows++;
                violations += inWindow > limit + 1e-6 ? 1 : 0;
            }
            return all;
        }
    }
}
