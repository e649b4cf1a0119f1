package fellowship.store;

import fellowship.seam.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes a new file through a buffer. Whatever the disk refuses is a {@link DiskException}. */
final class PartialStream extends OutputStream {

    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final Disk.NewFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long written;

    PartialStream(Path path, Disk disk) {
        this.path = path;
        try {
            this.file = disk.create(path);
        } catch (IOException e) {
            throw DiskException.of("cannot write", path, e);
        }
    }

    long size() {
        return written + filled;
    }

    @Override
    public void write(int one) {
        if (filled == BUFFER) {
            drain();
        }
        buffer[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            if (filled == BUFFER) {
                drain();
            }
            int step = Math.min(BUFFER - filled, length - done);
            System.arraycopy(bytes, from + done, buffer, filled, step);
            filled += step;
            done += step;
        }
    }

    /** Hands all to the operating system, so that a reader of the partial file sees it; not synced. */
    @Override
    public void flush() {
        drain();
    }

    /** All of it is on the disk when this returns. Once it has failed, nobody may try again. */
    void sync() {
        drain();
        try {
            file.sync();
            file.close();
        } catch (IOException e) {
            throw DiskException.of("cannot sync", path, e);
        }
    }

    void release() {
        try {
            file.close();
        } catch (IOException e) {
            throw DiskException.of("cannot close", path, e);
        }
    }

    private void drain() {
        try {
            file.write(buffer, 0, filled);
            written += filled;
            filled = 0;
        } catch (IOException e) {
            throw DiskException.of("cannot write", path, e);
        }
    }
}
