package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAppendedIsFoundAlsoByTheNextProcess() {
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.find(Calls.key(1))).isEmpty();
            assertThat(journal.append(Calls.key(1), Calls.completion(1), 25).block())
                    .isEqualTo(Calls.completion(1));
            assertThat(journal.find(Calls.key(1))).contains(Calls.completion(1));
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.find(Calls.key(1))).contains(Calls.completion(1));
            assertThat(journal.find(Calls.key(2))).isEmpty();
            assertThat(journal.damaged()).isZero();
        }
    }

    @Test
    void whatWasCutOrRefusedIsKeptToo() {
        try (Journal journal = Journal.open(folder)) {
            for (Finish finish : Finish.values()) {
                Completion completion = new Completion(
                        "half", Optional.empty(), finish, Usage.of(1, 1), "m", Optional.empty(), List.of());
                journal.append(Calls.key(finish.ordinal()), completion, 0).block();
                assertThat(journal.find(Calls.key(finish.ordinal()))).contains(completion);
            }
        }
    }

    @Test
    void ofTwoAnswersToOneRequestTheFirstStandsForBoth() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(Calls.key(1), Calls.completion(1), 5).block();
            assertThat(journal.append(Calls.key(1), Calls.completion(2), 5).block())
                    .isEqualTo(Calls.completion(1));
            assertThat(journal.find(Calls.key(1))).contains(Calls.completion(1));
            assertThat(journal.spentMicros()).as("both were paid").isEqualTo(10);
            assertThat(journal.size()).isEqualTo(1);
        }
    }

    @Test
    void sumsGoOnOverAResumeAndTheCacheIsFree() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(Calls.key(1), Calls.completion(1), 25).block();
            journal.adopt(Calls.key(2), Calls.completion(2)).block();
        }
        try (Journal journal = Journal.open(folder)) {
            journal.append(Calls.key(3), Calls.completion(3), 17).block();
            assertThat(journal.spentMicros()).isEqualTo(42);
            assertThat(journal.calls()).isEqualTo(2);
            assertThat(journal.size()).isEqualTo(3);
        }
    }

    @Test
    void whatIsAdoptedIsOnTheDiskBeforeWhatComesAfterIt() {
        try (Journal journal = Journal.open(folder)) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(journal.adopt(Calls.key(i), Calls.completion(1)).block())
                        .isEqualTo(Calls.completion(1));
            }
            journal.append(Calls.key(20_000), Calls.completion(2), 1).block();
            assertThat(journal.size()).as("all of it").isEqualTo(20_001);
        }
    }

    @Test
    void aJournalThatTakesNothingMoreDoesNotAdoptEither() {
        Journal journal = Journal.open(folder);
        journal.close();
        assertThatThrownBy(() ->
                        journal.append(Calls.key(1), Calls.completion(1), 1).block())
                .isInstanceOf(DiskException.class);
        assertThatThrownBy(
                        () -> journal.adopt(Calls.key(2), Calls.completion(2)).block())
                .isInstanceOf(DiskException.class);
    }

    @Test
    void aDiscardedAnswerIsAMissAndItsCostStaysSpent() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(Calls.key(1), Calls.completion(1), 25).block();
            journal.append(Calls.key(2), Calls.completion(2), 25).block();
            journal.discard(List.of(Calls.key(1), Calls.key(9))).block();
            assertThat(journal.find(Calls.key(1))).isEmpty();
            assertThat(journal.find(Calls.key(2))).isPresent();
            journal.append(Calls.key(1), Calls.completion(3), 25).block();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.find(Calls.key(1))).contains(Calls.completion(3));
            assertThat(journal.spentMicros()).isEqualTo(75);
        }
    }

    @Test
    void callsThatWereUnderWayAreKnownAfterwards() {
        try (Journal journal = Journal.open(folder)) {
            IntStream.range(0, 5).forEach(i -> journal.sent(Calls.key(i)));
            journal.sent(Calls.key(0));
            journal.failed(Calls.key(1));
            journal.append(Calls.key(2), Calls.completion(2), 1).block();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.unanswered()).as("0, 3 and 4").isEqualTo(3);
        }
    }

    @Test
    void notesAreKept() {
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.note("plan")).isEmpty();
            journal.note("plan", "abc").block();
            journal.note("plan", "abd").block();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.note("plan")).contains("abd");
        }
    }

    @Test
    void manyAnswersShareOneSync() {
        try (Journal journal = Journal.open(folder)) {
            Flux.range(0, 2_000)
                    .flatMap(i -> journal.append(Calls.key(i), Calls.completion(i), 1), 256)
                    .blockLast();
            assertThat(journal.size()).isEqualTo(2_000);
            assertThat(((JournalFile) journal).groups()).isLessThan(1_000);
        }
    }

    @Test
    void closingCommitsWhatWaits() {
        try (Journal journal = Journal.open(folder)) {
            IntStream.range(0, 500).forEach(i -> journal.append(Calls.key(i), Calls.completion(i), 1)
                    .subscribe());
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.size()).isEqualTo(500);
        }
    }

    @Test
    void aClosedJournalTakesNothing() {
        Journal journal = Journal.open(folder);
        journal.close();
        assertThatThrownBy(() ->
                        journal.append(Calls.key(1), Calls.completion(1), 1).block())
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("it is closed");
    }

    @Test
    void theJournalSyncsEachCommit() throws Exception {
        Journal.open(folder).close();
        try (CompletionFile file = CompletionFile.open(folder.resolve(Journal.FILE), JournalTables.SCHEMA)) {
            String mode = file.write(connection -> CompletionFile.text(connection, "PRAGMA journal_mode"));
            long synchronous = file.write(connection -> CompletionFile.number(connection, "PRAGMA synchronous"));
            assertThat(mode).isEqualTo("wal");
            assertThat(synchronous).as("FULL").isEqualTo(2);
        }
    }

    @Test
    void commitsCanRunOnTheCallersThreadForASimulation() {
        try (Journal journal = Journal.open(folder, Runnable::run)) {
            String[] seen = new String[1];
            journal.append(Calls.key(1), Calls.completion(1), 1)
                    .subscribe(kept -> seen[0] = Thread.currentThread().getName());
            assertThat(seen[0]).isEqualTo(Thread.currentThread().getName());
        }
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("50% of ?a=b #1 ü"));
        try (Journal journal = Journal.open(odd)) {
            journal.append(Calls.key(1), Calls.completion(1), 1).block();
        }
        assertThat(odd.resolve(Journal.FILE)).isRegularFile();
    }

    @Test
    void aJournalOfAnotherFormatIsRefused() throws Exception {
        Journal.open(folder).close();
        sql("PRAGMA user_version = 2");
        assertThatThrownBy(() -> Journal.open(folder))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("has format 2, this fellowship reads format 1");
    }

    @Test
    void aForeignFileIsRefusedAndLeftAlone() throws Exception {
        sql("CREATE TABLE people (name TEXT)");
        byte[] before = Files.readAllBytes(folder.resolve(Journal.FILE));
        assertThatThrownBy(() -> Journal.open(folder)).hasMessageContaining("is not a file of fellowship's");
        assertThat(Files.readAllBytes(folder.resolve(Journal.FILE))).isEqualTo(before);
    }

    @Test
    void aNetworkFileSystemIsRefusedByName() {
        for (String type : List.of("nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "FUSE.SSHFS")) {
            assertThatThrownBy(() -> LocalDisk.refuseNetwork(folder, type, false))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining("is on a network file system (" + type + ")")
                    .hasMessageContaining("FELLOWSHIP_NETWORK_DISK=allow takes it at your own risk");
        }
        for (String type : List.of("ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "apfs", "NTFS", "fuseblk")) {
            LocalDisk.refuseNetwork(folder, type, false);
        }
        LocalDisk.refuseNetwork(folder, "nfs4", true);
    }

    /** A journal written by the first release; every later one reads it or refuses it with a message. */
    @Test
    void theJournalOfFormatOneIsRead() throws Exception {
        try (var golden = JournalTest.class.getResourceAsStream("journal-format-1.db")) {
            Files.copy(golden, folder.resolve(Journal.FILE));
        }
        try (Journal journal = Journal.open(folder)) {
            for (int i = 1000; i <= 3000; i += 1000) {
                assertThat(journal.find(Calls.key(i))).contains(Calls.completion(i));
            }
            assertThat(journal.spentMicros()).isEqualTo(6);
            assertThat(journal.note("plan")).contains("golden");
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Journal.FILE));
                Statement made = connection.createStatement()) {
            made.executeUpdate(statement);
        }
    }
}
