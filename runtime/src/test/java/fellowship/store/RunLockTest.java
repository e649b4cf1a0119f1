package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.proof.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    /** {@code -Drounds=200} for a night. */
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    @TempDir
    Path folder;

    @Test
    void aSecondProcessIsRefusedAndToldWhoHoldsTheFolder() throws Exception {
        try (ChildJvm holder = ChildJvm.start(Holder.class, folder)) {
            assertThat(holder.line()).isEqualTo("mine");
            RunInUseException refusal = catchThrowableOfType(RunInUseException.class, () -> RunLock.acquire(folder));
            assertThat(refusal.pid()).hasValue(holder.process().pid());
            assertThat(refusal)
                    .hasMessage("the run folder " + folder + " is in use by process "
                            + holder.process().pid() + ": wait until it ends or stop it, or choose another folder");
        }
    }

    @Test
    void theLockEndsWithItsHolderHoweverThatEnds() throws Exception {
        long slowest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildJvm holder = ChildJvm.start(Holder.class, folder)) {
                assertThat(holder.line()).isEqualTo("mine");
                long asked = System.nanoTime();
                RunInUseException refusal =
                        catchThrowableOfType(RunInUseException.class, () -> RunLock.acquire(folder));
                slowest = Math.max(slowest, System.nanoTime() - asked);
                assertThat(refusal.pid()).hasValue(holder.process().pid());
                holder.kill();
                assertThat(folder.resolve(RunLock.PID_FILE))
                        .as("the dead holder's")
                        .exists();
                RunLock.acquire(folder).close();
            }
        }
        Proof.figure(
                "run-lock",
                ROUNDS + " rounds with a killed holder, 0 double entries, slowest refusal " + slowest / 1_000_000
                        + " ms");
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aSecondRunInThisProcessIsRefusedAndDoesNotBreakTheLock() throws Exception {
        try (RunLock lock = RunLock.acquire(folder)) {
            assertThatThrownBy(() -> RunLock.acquire(folder))
                    .isInstanceOf(RunInUseException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
            assertThatThrownBy(() -> RunLock.acquire(link)).isInstanceOf(RunInUseException.class);
            Files.delete(link);
            try (ChildJvm other = ChildJvm.start(Holder.class, folder)) {
                assertThat(other.line())
                        .as("POSIX: closing any channel on the file would have freed it")
                        .startsWith("refused");
            }
        }
    }

    @Test
    void aFreedFolderCanBeTakenAgain() {
        RunLock.acquire(folder).close();
        RunLock again = RunLock.acquire(folder);
        again.close();
        again.close();
        assertThat(folder.resolve(RunLock.PID_FILE)).doesNotExist();
    }

    @Test
    void aStalePidFileNeverBlocks() throws Exception {
        Files.writeString(folder.resolve(RunLock.PID_FILE), "1\n");
        RunLock.acquire(folder).close();
    }

    @Test
    void twoRunFoldersDoNotMeet() {
        RunLock one = RunLock.acquire(folder.resolve("one"));
        RunLock two = RunLock.acquire(folder.resolve("two"));
        one.close();
        two.close();
    }

    /** Takes the folder and holds it until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (RunLock lock = RunLock.acquire(Path.of(arguments[0]))) {
                System.out.println("mine");
                System.in.read();
            } catch (RunInUseException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }
}
