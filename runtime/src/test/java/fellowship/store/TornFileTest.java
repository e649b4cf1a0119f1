package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * P3: whatever is cut off, flipped, zeroed or doubled in a journal and its log, it opens or is refused, and what it gives
 * is what was put in. {@code -Dtrials=20000 -Dstep=7} for the whole of it.
 */
class TornFileTest {

    private static final int RECORDS = 40;
    private static final int TRIALS = Integer.getInteger("trials", 800);
    private static final int STEP = Integer.getInteger("step", 401);

    private static Path place;
    private static byte[] file;
    private static byte[] log;
    private static int damages;
    private static int refused;

    private int worst;
    private long lost;

    @BeforeAll
    static void fill() throws Exception {
        // In memory where that can be had: hundreds of thousands of syncs are not what is tried here.
        Path memory = Path.of("/dev/shm");
        place = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "torn")
                : Files.createTempDirectory("torn");
        try (Journal journal = Journal.open(place)) {
            for (int i = 0; i < RECORDS / 2; i++) {
                append(journal, i);
            }
        }
        try (Journal journal = Journal.open(place)) {
            for (int i = RECORDS / 2; i < RECORDS; i++) {
                append(journal, i);
            }
            file = Files.readAllBytes(place.resolve(Journal.FILE));
            log = Files.readAllBytes(place.resolve(Journal.FILE + "-wal"));
        }
        sweep();
    }

    @AfterAll
    static void tell() throws IOException {
        Proof.figure(
                "journal-damage",
                damages + " flips, cuts, zeroed and doubled blocks, 0 wrong values, " + refused + " refused by name");
        sweep();
        Files.delete(place);
    }

    private static void append(Journal journal, int i) {
        Completion completion = Completion.of(
                "answer " + i + " ".repeat(i) + "x".repeat(i * 67),
                Calls.completion(i).usage(),
                "echo");
        journal.append(Calls.key(i), completion, 1).block();
    }

    @Test
    void aFlippedBitCostsWhatItHitAndNoMore() throws Exception {
        SplittableRandom dice = new SplittableRandom(Long.getLong("seed", 21));
        for (int trial = 0; trial < TRIALS; trial++) {
            boolean inLog = trial % 3 == 0;
            byte[] damaged = (inLog ? log : file).clone();
            damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
            look(inLog ? file : damaged, inLog ? damaged : log);
        }
        Proof.figure(
                "records-lost-per-flip",
                String.format(Locale.ROOT, "mean %.2f, max %d (%d flips)", (double) lost / TRIALS, worst, TRIALS));
        assertThat((double) lost / TRIALS).isLessThanOrEqualTo(1);
    }

    @Test
    void everyPrefixOpensAndGivesWhatIsInIt() throws Exception {
        int cuts = 0;
        for (int length = 0; length < file.length; length += STEP, cuts++) {
            look(Arrays.copyOf(file, length), new byte[0]);
        }
        int found = 0;
        for (int length = 0; length < log.length; length += STEP, cuts++) {
            int now = RECORDS - look(file, Arrays.copyOf(log, length));
            assertThat(now).as("a longer log never holds less").isGreaterThanOrEqualTo(found);
            found = now;
        }
        Proof.figure("journal-cuts", cuts + " prefixes, one every " + STEP + " bytes, 0 wrong values");
    }

    @Test
    void zeroedAndDoubledBlocksGiveNoWrongValue() throws Exception {
        int blocks = 0;
        for (int size : new int[] {512, 4096}) {
            for (int at = 0; at + 2 * size <= file.length; at += size * Math.max(1, STEP / 50), blocks += 3) {
                byte[] zeroed = file.clone();
                Arrays.fill(zeroed, at, at + size, (byte) 0);
                look(zeroed, log);
                byte[] doubled = file.clone();
                System.arraycopy(file, at, doubled, at + size, size);
                look(doubled, log);
                byte[] inserted = Arrays.copyOf(file, file.length + size);
                System.arraycopy(file, at, inserted, at + size, file.length - at);
                look(inserted, log);
            }
        }
        Proof.figure("journal-blocks", blocks + " zeroed, doubled and inserted blocks, 0 wrong values");
    }

    /** Opens what is left and counts what is gone; a wrong value ends the test. A refusal gives nothing. */
    private int look(byte[] left, byte[] leftLog) throws IOException {
        damages++;
        Files.write(place.resolve(Journal.FILE), left);
        Files.write(place.resolve(Journal.FILE + "-wal"), leftLog);
        int found = 0;
        try (Journal journal = Journal.open(place)) {
            for (int i = 0; i < RECORDS; i++) {
                Optional<Completion> there = journal.find(Calls.key(i));
                if (there.isPresent()) {
                    assertThat(there.get().text()).isEqualTo("answer " + i + " ".repeat(i) + "x".repeat(i * 67));
                    found++;
                }
            }
            lost += RECORDS - found;
            worst = Math.max(worst, RECORDS - found);
        } catch (DiskException e) {
            refused++;
            assertThat(e.getMessage())
                    .as("refused by name")
                    .containsAnyOf("has format", "is not a file of fellowship's");
        } finally {
            sweep();
        }
        return RECORDS - found;
    }

    private static void sweep() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            for (Path one : all.toList()) {
                Files.delete(one);
            }
        }
    }
}
