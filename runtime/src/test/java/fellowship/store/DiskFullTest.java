package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P5: a disk that fills up, in truth: a child process writes into a file system of its own that is a few hundred kB
 * large. Skipped where a process may not mount one.
 */
class DiskFullTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAMountNamespace() throws Exception {
        Process probe = new ProcessBuilder(inASmallDisk(Files.createTempDirectory("probe"), "true")).start();
        assumeTrue(probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0, "no mount namespace for this user");
    }

    @Test
    void aFullDiskEndsTheJournalWithOneClearErrorAndKeepsWhatWasAcknowledged() throws Exception {
        try (ChildJvm child = ChildJvm.start(inASmallDisk(folder), FillJournal.class, folder)) {
            List<String> lines = child.lines();
            assertThat(lines.get(0)).matches("acknowledged [1-9]\\d*");
            assertThat(lines.get(1))
                    .startsWith("cannot write " + folder.resolve("journal.db") + ": ")
                    .containsPattern("\\(\\d+ bytes are free there\\); make room and run again");
            assertThat(lines.subList(2, 6))
                    .containsExactly(
                            "the next waiter hears the same: true",
                            "after room was made it still refuses: true",
                            "missing after reopening: 0",
                            "goes on after reopening: true");
        }
    }

    @Test
    void aFullDiskLeavesNoHalfFileAndTheOldOneStays() throws Exception {
        try (ChildJvm child = ChildJvm.start(inASmallDisk(folder), FillFile.class, folder)) {
            List<String> lines = child.lines();
            assertThat(lines.get(0))
                    .startsWith("cannot write " + folder.resolve("rows.jsonl.partial") + ": No space left on device");
            assertThat(lines.get(1)).isEqualTo("before [rows.jsonl]");
        }
    }

    @Test
    void aCacheOnAFullDiskDropsAndNeverFails() throws Exception {
        try (ChildJvm child = ChildJvm.start(inASmallDisk(folder), FillCache.class, folder)) {
            assertThat(child.lines()).containsExactly("wrong 0", "found some true", "done");
        }
    }

    private static List<String> inASmallDisk(Path folder, String... command) {
        String mount = "mount -t tmpfs -o size=600k none '" + folder + "' && exec \"$@\"";
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("unshare", "-rm", "sh", "-c", mount, "sh"),
                        java.util.stream.Stream.of(command))
                .toList();
    }

    /** Appends until it fails, then makes room. */
    static final class FillJournal {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Path ballast = Files.write(folder.resolve("ballast"), new byte[200_000]);
            int done = 0;
            try (Journal journal = Journal.open(folder)) {
                DiskException fault = null;
                while (fault == null) {
                    try {
                        journal.append(Calls.key(done), Calls.completion(done), 1)
                                .block();
                        done++;
                    } catch (DiskException e) {
                        fault = e;
                    }
                }
                System.out.println("acknowledged " + done);
                System.out.println(fault.getMessage());
                System.out.println("the next waiter hears the same: " + refuses(journal));
                Files.delete(ballast);
                System.out.println("after room was made it still refuses: " + refuses(journal));
            }
            try (Journal journal = Journal.open(folder)) {
                int missing = 0;
                for (int i = 0; i < done; i++) {
                    missing += journal.find(Calls.key(i)).equals(Optional.of(Calls.completion(i))) ? 0 : 1;
                }
                System.out.println("missing after reopening: " + missing);
                System.out.println("goes on after reopening: " + !refuses(journal));
            }
        }

        private static boolean refuses(Journal journal) {
            try {
                journal.append(Calls.key(1_000_000), Calls.completion(1), 1).block();
                return false;
            } catch (DiskException e) {
                return e.freeBytes() >= 0 && e.path().endsWith("journal.db");
            }
        }
    }

    /** Replaces a file with one that does not fit. */
    static final class FillFile {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            WholeFile.write(folder.resolve("rows.jsonl"), out -> out.write("before".getBytes()));
            try {
                WholeFile.write(folder.resolve("rows.jsonl"), out -> out.write(new byte[5_000_000]));
            } catch (DiskException e) {
                System.out.println(e.getMessage());
            }
            try (var left = Files.list(folder)) {
                System.out.println(Files.readString(folder.resolve("rows.jsonl")) + " "
                        + left.map(Path::getFileName).toList());
            }
        }
    }

    /** Puts more than there is room for. */
    static final class FillCache {
        public static void main(String[] arguments) {
            int found = 0;
            int wrong = 0;
            try (CompletionCache cache = CompletionCache.open(Path.of(arguments[0]), java.time.Clock.systemUTC())) {
                for (int i = 0; i < 300; i++) {
                    cache.put(Calls.key(i), Calls.completion(i));
                    cache.find(Calls.key(i));
                }
            }
            try (CompletionCache cache = CompletionCache.open(Path.of(arguments[0]), java.time.Clock.systemUTC())) {
                for (int i = 0; i < 300; i++) {
                    Optional<fellowship.chat.Completion> there = cache.find(Calls.key(i));
                    found += there.isPresent() ? 1 : 0;
                    wrong += there.isPresent() && !there.get().equals(Calls.completion(i)) ? 1 : 0;
                }
            }
            System.out.println("wrong " + wrong);
            System.out.println("found some " + (found > 0 && found < 300));
            System.out.println("done");
        }
    }
}
