package fellowship.store;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where commits run, and how to wait for the last of them.
 *
 * @param executor runs one task at a time
 * @param stop lets what was handed over finish, and takes no more
 */
record Committer(Executor executor, Runnable stop) {

    /** Long enough for a slow disk to take what is queued. */
    private static final long PATIENCE_SECONDS = 60;

    /** A thread of its own; it does not keep the process alive. */
    static Committer thread(String name) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "fellowship-" + name);
            made.setDaemon(true);
            return made;
        });
        return new Committer(thread, () -> finish(thread));
    }

    /** Someone else's executor, which they stop. */
    static Committer of(Executor executor) {
        return new Committer(executor, () -> {});
    }

    void close() {
        stop.run();
    }

    private static void finish(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
