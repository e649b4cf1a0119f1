package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** P2 and P3: {@code kill -9} at any moment takes away no answer that was acknowledged. */
class JournalCrashTest {

    private static final int KILLS = 12;
    private static final int IN_FLIGHT = 64;

    @TempDir
    Path folder;

    @Test
    void killMinusNineLosesNothingThatWasAcknowledged() throws Exception {
        SplittableRandom dice = new SplittableRandom(3);
        Set<Integer> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int first = kill * 1_000_000;
            try (ChildJvm child = ChildJvm.start(Appender.class, folder, first)) {
                acknowledged.add(Integer.parseInt(child.line()));
                // The time to die is drawn from the first acknowledged answer on; before it there is only start-up.
                CompletableFuture.delayedExecutor(dice.nextInt(300), TimeUnit.MILLISECONDS)
                        .execute(child::kill);
                List<String> rest = child.lines();
                // The last line may be torn.
                rest.stream()
                        .limit(Math.max(0, rest.size() - 1))
                        .forEach(line -> acknowledged.add(Integer.parseInt(line)));
            }
            try (Journal journal = Journal.open(folder)) {
                assertThat(journal.unanswered()).as("under way at a kill").isLessThanOrEqualTo(IN_FLIGHT * (kill + 1L));
            }
        }
        try (Journal journal = Journal.open(folder)) {
            List<Integer> missing = acknowledged.stream()
                    .filter(number ->
                            !journal.find(Calls.key(number)).equals(java.util.Optional.of(Calls.completion(number))))
                    .toList();
            System.out.printf(
                    "kill -9: %d kills, %d acknowledged answers, %d missing, %d damaged%n",
                    KILLS, acknowledged.size(), missing.size(), journal.damaged());
            assertThat(missing).isEmpty();
            assertThat(journal.damaged()).isZero();
            assertThat(journal.calls())
                    .isGreaterThanOrEqualTo(acknowledged.size())
                    .isEqualTo(journal.size());
        }
    }

    /** Appends without end and prints the number of each answer once it is acknowledged. */
    static final class Appender {
        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
            Journal journal = Journal.open(Path.of(arguments[0]));
            Flux.range(Integer.parseInt(arguments[1]), 1_000_000)
                    .flatMap(
                            number -> {
                                journal.sent(Calls.key(number));
                                return journal.append(Calls.key(number), Calls.completion(number), 1)
                                        .thenReturn(number);
                            },
                            IN_FLIGHT)
                    .doOnNext(number -> out.print(number + "\n"))
                    .blockLast();
        }
    }
}
