package fellowship.seam;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The disk, as far as files are concerned that appear whole or not at all. Nothing is sure to outlive a loss of power
 * before it is synced: bytes by {@link NewFile#sync}, a name by {@link #syncFolder}. SQLite's files do not come through
 * here; SQLite has its own way to the disk.
 */
public interface Disk {

    /** The disk of this machine. */
    Disk LOCAL = new RealDisk();

    /** A file that is being written. Once something has failed, nobody may try again. */
    interface NewFile {

        void write(byte[] bytes, int from, int length) throws IOException;

        /** All that was written is on the disk when this returns. */
        void sync() throws IOException;

        /** Gives up the file; does nothing a second time. */
        void close() throws IOException;
    }

    /** Begins a file anew, whatever was there. */
    NewFile create(Path path) throws IOException;

    /** Gives a file another name, at once for all who look; what had that name is gone. */
    void rename(Path from, Path to) throws IOException;

    /** The names in a folder are on the disk when this returns. */
    void syncFolder(Path folder) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path path) throws IOException;
}
