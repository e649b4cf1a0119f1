package fellowship.store;

import fellowship.seam.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that appears whole or not at all. What is written goes to {@code NAME.partial} beside it;
 * {@link #commit} syncs that, renames it, and syncs the folder. Closed without a commit, it is as if nothing had been
 * written, and a file that was there before stays as it was.
 *
 * <p>One thread writes. Two writers of one path are told apart by the run's lock, not here.
 */
public final class WholeFile implements AutoCloseable {

    /** What is not yet whole ends in this. */
    public static final String PARTIAL = ".partial";

    private final Path path;
    private final Disk disk;
    private final Path partial;
    private final PartialStream out;
    private boolean committed;

    /** Writes all of a file. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
        this.partial = path.resolveSibling(path.getFileName() + PARTIAL);
        this.out = new PartialStream(partial, disk);
    }

    /**
     * Starts a file; makes its folder where it is missing.
     *
     * @throws DiskException when the disk refuses
     */
    public static WholeFile create(Path path) {
        Path folder = folder(path);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskException.of("cannot make the folder", folder, e);
        }
        return create(path, Disk.LOCAL);
    }

    /** The same on another disk, where the folder is there already. */
    static WholeFile create(Path path, Disk disk) {
        return new WholeFile(path, disk);
    }

    /**
     * Writes a file in one go.
     *
     * @throws DiskException when the disk refuses
     * @throws UncheckedIOException when the body fails for a reason of its own
     */
    public static void write(Path path, Body body) {
        try (WholeFile file = create(path)) {
            body.writeTo(file.out());
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Removes what an interrupted run left half written in a folder; not in the folders below it.
     *
     * @return what was removed
     */
    public static List<Path> sweep(Path folder) {
        List<Path> removed = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return removed;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + PARTIAL)) {
            for (Path partial : left) {
                Files.delete(partial);
                removed.add(partial);
            }
        } catch (IOException e) {
            throw DiskException.of("cannot clean", folder, e);
        }
        return removed;
    }

    /** Takes the content; buffered. Throws {@link DiskException} when the disk refuses. Closing it does nothing. */
    public OutputStream out() {
        return out;
    }

    /** Bytes written so far. */
    public long size() {
        return out.size();
    }

    /**
     * Makes the file appear. When this returns, it is on the disk under its name.
     *
     * @throws DiskException when the disk refuses; the file has then not appeared
     */
    public void commit() {
        if (committed) {
            throw new IllegalStateException(path + " was committed before");
        }
        out.sync();
        try {
            disk.rename(partial, path);
            committed = true;
            disk.syncFolder(folder(path)); // The rename itself must reach the disk.
        } catch (IOException e) {
            throw DiskException.of("cannot put in place", path, e);
        }
    }

    /** Gives up what was written, unless it was committed. */
    @Override
    public void close() {
        out.release();
        if (!committed) {
            try {
                disk.delete(partial);
            } catch (IOException e) {
                // It is swept at the next start.
            }
        }
    }

    private static Path folder(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " is not a file");
        }
        return parent;
    }
}
