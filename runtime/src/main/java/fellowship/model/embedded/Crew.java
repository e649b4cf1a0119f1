package fellowship.model.embedded;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Some threads that share out pieces of work with the thread that brings it. Which thread takes a piece changes nothing. */
final class Crew implements AutoCloseable {

    private final int threads;
    private final ForkJoinPool pool;

    /** @param threads including the one that calls {@link #each} */
    Crew(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(Math.max(1, threads - 1));
    }

    int threads() {
        return threads;
    }

    /** Runs every piece, numbered from 0, and returns when all are done. */
    void each(int pieces, IntConsumer work) {
        int more = Math.min(threads, pieces) - 1;
        if (more <= 0) {
            for (int i = 0; i < pieces; i++) {
                work.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                work.accept(i);
            }
        };
        ForkJoinTask<?>[] others = new ForkJoinTask<?>[more];
        for (int i = 0; i < more; i++) {
            others[i] = pool.submit(share);
        }
        try {
            share.run();
        } finally {
            for (ForkJoinTask<?> other : others) {
                other.quietlyJoin();
            }
        }
        for (ForkJoinTask<?> other : others) {
            other.join();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
