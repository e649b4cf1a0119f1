package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Prints how fast the journal is; holds it only to what noise on the machine does not move. */
class JournalSpeedTest {

    private static final int CALLS = 20_000;

    @Test
    void aSyncIsSharedByManyAnswersAndAReadNeedsNoIndexInMemory(@TempDir Path folder) {
        try (Journal journal = Journal.open(folder)) {
            long start = System.nanoTime();
            Flux.range(0, CALLS)
                    .flatMap(i -> journal.append(Calls.key(i), Calls.completion(1_000), 1), 256)
                    .blockLast();
            double appending = seconds(start);
            start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                assertThat(journal.find(Calls.key(i))).isPresent();
            }
            System.out.printf(
                    "journal: %,.0f synced appends/s in groups of %d, %,.0f finds/s%n",
                    CALLS / appending, CALLS / ((JournalFile) journal).groups(), CALLS / seconds(start));
            assertThat(((JournalFile) journal).groups()).isLessThan(CALLS / 4);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
