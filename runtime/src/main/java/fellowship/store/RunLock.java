package fellowship.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run folder to one run. The operating system holds the lock and drops it when the process ends, however it
 * ends; so a file left by a dead process never blocks.
 *
 * <p>The locked file {@code .lock} is empty and must never be opened by anyone else in this process: POSIX drops a
 * process's lock as soon as the process closes <em>any</em> channel on that file. That is why the holder's process id
 * stands in a file of its own, and why a second run in this process is told apart without touching the lock.
 */
public final class RunLock implements AutoCloseable {

    /** Locked, empty, never read. */
    public static final String FILE = ".lock";

    /** Says who holds the lock, for people. */
    public static final String PID_FILE = ".pid";

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this run at once or not at all; makes it where it is missing.
     *
     * @throws RunInUseException when another run holds it
     * @throws DiskException when the folder cannot be used, or is on a network file system
     */
    public static RunLock acquire(Path folder) {
        LocalDisk.require(folder);
        Path real = real(folder);
        if (!HELD_HERE.add(real)) {
            throw new RunInUseException(
                    folder, OptionalLong.of(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = lock(real);
            if (channel != null) {
                WholeFile.write(real.resolve(PID_FILE), out -> out.write(text()));
                return new RunLock(real, channel);
            }
        } catch (RuntimeException e) {
            close(channel);
            HELD_HERE.remove(real);
            throw e;
        }
        HELD_HERE.remove(real);
        throw new RunInUseException(folder, holder(real));
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(PID_FILE));
        } catch (IOException e) {
            // It names a process that no longer holds the folder, which blocks nobody.
        }
        close(channel);
        HELD_HERE.remove(folder);
    }

    private static @Nullable FileChannel lock(Path folder) {
        Path file = folder.resolve(FILE);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
            return null;
        } catch (IOException e) {
            close(channel);
            throw DiskException.of("cannot lock", file, e);
        }
    }

    private static OptionalLong holder(Path folder) {
        try {
            return OptionalLong.of(
                    Long.parseLong(Files.readString(folder.resolve(PID_FILE)).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static byte[] text() {
        return (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw DiskException.of("cannot use the folder", folder, e);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock a run folder", e);
        }
    }
}
