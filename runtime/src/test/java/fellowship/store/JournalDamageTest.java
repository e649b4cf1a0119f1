package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the bytes of a journal, it opens, and what it gives is what was put in. */
class JournalDamageTest {

    private static final int RECORDS = 120;

    @TempDir
    static Path origin;

    @TempDir
    Path folder;

    private static byte[] whole;

    @BeforeAll
    static void fill() throws Exception {
        try (Journal journal = Journal.open(origin)) {
            for (int i = 0; i < RECORDS; i++) {
                journal.append(Calls.key(i), Calls.completion(i), 10).block();
            }
            journal.note("plan", "abc").block();
        }
        whole = Files.readAllBytes(origin.resolve(Journal.FILE));
    }

    @Test
    void aFlippedByteInARecordCostsThatRecordAndIsCounted() throws Exception {
        byte[] damaged = whole.clone();
        damaged[find(damaged, "answer 17 answer 17")] ^= 1;
        Files.write(folder.resolve(Journal.FILE), damaged);
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.find(Calls.key(17))).isEmpty();
            assertThat(journal.damaged()).isEqualTo(1);
            assertThat(found(journal)).isEqualTo(RECORDS - 1);
            journal.append(Calls.key(17), Calls.completion(17), 10).block();
            assertThat(journal.find(Calls.key(17))).as("asked again, it is whole").contains(Calls.completion(17));
        }
    }

    @Test
    void flippedBytesNeverGiveAWrongValue() throws Exception {
        SplittableRandom dice = new SplittableRandom(11);
        int lost = 0;
        int trials = 150;
        for (int trial = 0; trial < trials; trial++) {
            byte[] damaged = whole.clone();
            // Past the first 100 bytes: there stand the magic number and the format, and a file without them is refused.
            damaged[100 + dice.nextInt(damaged.length - 100)] ^= (byte) (1 << dice.nextInt(8));
            lost += RECORDS - openAndCount(damaged);
        }
        System.out.printf("journal damage: %d single-bit flips, 0 wrong values, %.2f records lost per flip%n",
                trials, (double) lost / trials);
        assertThat((double) lost / trials).isLessThan(2);
    }

    @Test
    void aZeroedPageCostsWhatWasOnIt() throws Exception {
        int worst = 0;
        for (int page = 0; page < whole.length / PageScan.PAGE; page += 7) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, page * PageScan.PAGE, (page + 1) * PageScan.PAGE, (byte) 0);
            worst = Math.max(worst, RECORDS - openAndCount(damaged));
        }
        byte[] headless = whole.clone();
        Arrays.fill(headless, 0, PageScan.PAGE, (byte) 0);
        assertThat(openAndCount(headless)).as("the first page holds no record").isEqualTo(RECORDS);
        assertThat(worst).as("records lost with one page").isLessThan(RECORDS / 4);
    }

    @Test
    void aCutFileKeepsWhatIsBeforeTheCut() throws Exception {
        for (int length : new int[] {whole.length - 1, whole.length / 2, PageScan.PAGE * 3, 5_000, 100, 1}) {
            int found = openAndCount(Arrays.copyOf(whole, length));
            if (length > whole.length / 2) {
                assertThat(found).isGreaterThan(RECORDS / 2);
            }
        }
    }

    @Test
    void mendingKeepsNotesSumsAndTheOldFile() throws Exception {
        byte[] damaged = whole.clone();
        int page = find(damaged, "answer 17 answer 17") / PageScan.PAGE;
        Arrays.fill(damaged, page * PageScan.PAGE, page * PageScan.PAGE + 64, (byte) 0xee);
        Files.write(folder.resolve(Journal.FILE), damaged);
        try (Journal journal = Journal.open(folder)) {
            journal.append(Calls.key(500), Calls.completion(500), 10).block();
            assertThat(journal.spentMicros()).isGreaterThanOrEqualTo(found(journal) * 10L);
        }
    }

    /** Opens a journal of these bytes and counts what it finds; what it finds must be right. */
    private int openAndCount(byte[] bytes) throws Exception {
        Path place = Files.createTempDirectory(folder, "damaged");
        Files.write(place.resolve(Journal.FILE), bytes);
        try (Journal journal = Journal.open(place)) {
            int found = found(journal);
            journal.append(Calls.key(999), Calls.completion(999), 1).block();
            assertThat(journal.find(Calls.key(999))).contains(Calls.completion(999));
            return found;
        }
    }

    private static int found(Journal journal) {
        int found = 0;
        for (int i = 0; i < RECORDS; i++) {
            Optional<Completion> completion = journal.find(Calls.key(i));
            if (completion.isPresent()) {
                assertThat(completion).contains(Calls.completion(i));
                found++;
            }
        }
        return found;
    }

    private static int find(byte[] in, String text) {
        int at = new String(in, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        return at;
    }
}
