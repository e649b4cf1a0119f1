package fellowship.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The disk refused. Names the path, the room that is left and what to do; the run stops, and goes on from its last
 * commit once the cause is gone. Nothing that failed to reach the disk is tried again by itself: after a failed sync
 * nobody knows what the disk holds.
 */
public final class DiskException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long SCARCE = 64L << 20;

    private final transient Path path;
    private final long freeBytes;

    private DiskException(Path path, long freeBytes, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.path = path;
        this.freeBytes = freeBytes;
    }

    /** @param doing what was tried, for example {@code cannot write} */
    static DiskException of(String doing, Path path, Throwable cause) {
        long free = free(path);
        String room = free < 0 ? "" : " (" + free + " bytes are free there)";
        String advice = free >= 0 && free < SCARCE ? "make room and run again" : "look at the disk and run again";
        return new DiskException(
                path,
                free,
                doing + " " + path + ": " + reason(cause) + room + "; " + advice + ", the run goes on where it was",
                cause);
    }

    /** A folder that cannot hold what is to be kept in it, whatever room there is. */
    static DiskException unfit(Path path, String why) {
        return new DiskException(path, free(path), path + " " + why, null);
    }

    /** The file or folder. */
    public Path path() {
        return path;
    }

    /** What is free on its file system, in bytes; -1 when that is not known. */
    public long freeBytes() {
        return freeBytes;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static long free(Path path) {
        for (Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                try {
                    return Files.getFileStore(at).getUsableSpace();
                } catch (IOException | SecurityException e) {
                    return -1;
                }
            }
        }
        return -1;
    }
}
