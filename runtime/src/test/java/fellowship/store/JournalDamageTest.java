package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** So many bits are flipped, one in each trial; {@code -Dtrials=20000} for a night. */
    private static final int TRIALS = Integer.getInteger("trials", 60);

    /** Where SQLite keeps format version and application: a file with another one is refused, not guessed at. */
    private static final int FORMAT_FROM = 60;

    private static final int FORMAT_TO = 72;

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
            assertThat(journal.find(Calls.key(17)))
                    .as("asked again, it is whole")
                    .contains(Calls.completion(17));
        }
    }

    @Test
    void flippedBytesNeverGiveAWrongValue() throws Exception {
        SplittableRandom dice = new SplittableRandom(11);
        int lost = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = whole.clone();
            // One in four hits the first page, where the tables are described.
            int at = dice.nextInt(trial % 4 == 0 ? PageScan.PAGE : damaged.length);
            damaged[at] ^= (byte) (1 << dice.nextInt(8));
            if (at >= FORMAT_FROM && at < FORMAT_TO) {
                assertThatThrownBy(() -> openAndCount(damaged)).isInstanceOf(DiskException.class);
            } else {
                lost += RECORDS - openAndCount(damaged);
            }
        }
        System.out.printf(
                "journal damage: %d single-bit flips, 0 wrong values, %.2f records lost per flip%n",
                TRIALS, (double) lost / TRIALS);
        assertThat((double) lost / TRIALS).isLessThan(2);
    }

    @Test
    void flippedBytesInTheLogOfAKilledProcessCostNoMore() throws Exception {
        Path live = folder.resolve("live");
        byte[] file;
        byte[] log;
        try (Journal journal = Journal.open(live)) {
            for (int i = 0; i < RECORDS; i++) {
                journal.append(Calls.key(i), Calls.completion(i), 10).block();
            }
            journal.discard(java.util.List.of(Calls.key(0))).block();
            file = Files.readAllBytes(live.resolve(Journal.FILE));
            log = Files.readAllBytes(live.resolve(Journal.FILE + "-wal"));
        }
        assertThat(openAndCount(file, log)).isEqualTo(RECORDS - 1);
        SplittableRandom dice = new SplittableRandom(12);
        int lost = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = log.clone();
            damaged[trial == 0 ? 17 : dice.nextInt(trial % 4 == 0 ? 5_000 : damaged.length)] ^=
                    (byte) (1 << dice.nextInt(8));
            // The discard was the last commit: a break before it brings that answer back, as if not yet discarded.
            lost += Math.max(0, RECORDS - 1 - openAndCount(file, damaged));
        }
        System.out.printf(
                "log damage: %d single-bit flips, 0 wrong values, %.2f records lost per flip%n",
                TRIALS, (double) lost / TRIALS);
        assertThat((double) lost / TRIALS).isLessThan(2);
    }

    @Test
    void aZeroedPageCostsWhatWasOnIt() throws Exception {
        int worst = 0;
        for (int page = 0; page < whole.length / PageScan.PAGE; page += 11) {
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
        Files.write(folder.resolve(Journal.FILE), withABrokenPage());
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.spentMicros()).isEqualTo(RECORDS * 10L);
            assertThat(journal.calls()).isEqualTo(RECORDS);
            assertThat(journal.note("plan")).contains("abc");
        }
        assertThat(folder.resolve(Journal.FILE + ".damaged-1")).exists();
    }

    @Test
    void aMendingThatWasCutOffIsFinished() throws Exception {
        Path mended = folder.resolve(Journal.FILE + ".mended");
        for (boolean oldFileIsStillThere : new boolean[] {true, false}) {
            Files.write(mended, whole);
            Files.write(folder.resolve(Journal.FILE + "-wal"), new byte[5_000]);
            Files.deleteIfExists(folder.resolve(Journal.FILE));
            if (oldFileIsStillThere) {
                Files.write(folder.resolve(Journal.FILE), withABrokenPage());
            }
            Files.write(folder.resolve(Journal.FILE + ".mended.partial"), new byte[50]);
            try (Journal journal = Journal.open(folder)) {
                assertThat(found(journal)).isEqualTo(RECORDS);
            }
            assertThat(mended).doesNotExist();
        }
    }

    private static byte[] withABrokenPage() {
        byte[] damaged = whole.clone();
        int page = find(damaged, "answer 17 answer 17") / PageScan.PAGE;
        Arrays.fill(damaged, page * PageScan.PAGE, page * PageScan.PAGE + 64, (byte) 0xee);
        return damaged;
    }

    private int openAndCount(byte[] bytes) throws Exception {
        return openAndCount(bytes, new byte[0]);
    }

    /** Opens a journal of these bytes and counts what it finds; what it finds must be right. */
    private int openAndCount(byte[] bytes, byte[] log) throws Exception {
        Path place = Files.createTempDirectory(folder, "damaged");
        Files.write(place.resolve(Journal.FILE), bytes);
        Files.write(place.resolve(Journal.FILE + "-wal"), log);
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
