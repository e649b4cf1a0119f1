package fellowship.model.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One pull at a time on a machine: within this process by a lock, among processes by a locked file. */
final class PullLock implements AutoCloseable {

    /** A file lock belongs to the process; threads of one would be refused, not made to wait. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel file;
    private final FileLock lock;

    private PullLock(FileChannel file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Waits until nobody else pulls into the folder. */
    static PullLock take(Path folder) throws IOException, InterruptedException {
        HERE.lockInterruptibly();
        FileChannel file = null;
        try {
            file = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new PullLock(file, file.lock());
        } catch (IOException | RuntimeException e) {
            if (file != null) {
                file.close();
            }
            HERE.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            lock.release();
        } finally {
            HERE.unlock();
        }
    }
}
