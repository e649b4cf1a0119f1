package fellowship.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Brings changes to a file in the order in which they came, all that are waiting in one transaction: while one group
 * is synced the next one gathers. Whoever waits for a change hears of it after the sync of its group.
 *
 * <p>The first commit that fails is the last: its group, all that wait and all that come later hear the same fault.
 */
final class GroupCommit {

    /** More than this and the first would wait too long for the last. */
    private static final int GROUP = 4096;

    private final Path path;
    private final CompletionFile file;
    private final Executor executor;
    private final ConcurrentLinkedQueue<Entry<?>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger groups = new AtomicInteger();
    private volatile @Nullable SQLException fault;

    /** One change; its result goes to whoever waits. */
    @FunctionalInterface
    interface Change<T> {
        T apply(Connection connection) throws SQLException;
    }

    /** @param executor runs one task at a time, or each at once on the caller's thread */
    GroupCommit(Path path, CompletionFile file, Executor executor) {
        this.path = path;
        this.file = file;
        this.executor = executor;
    }

    /** Ends with the change's result once it is committed and synced, or with a {@link DiskException}. */
    <T> Mono<T> submit(Change<T> change) {
        return Mono.create(sink -> enqueue(new Entry<>(change, sink)));
    }

    /** Commits the change with the next group; nobody waits. */
    void post(Change<?> change) {
        enqueue(new Entry<>(change, null));
    }

    /** How many transactions there were. */
    int groups() {
        return groups.get();
    }

    /** Changes that are not committed yet. */
    int waiting() {
        return waiting.get();
    }

    /** What made the first commit fail, if one did. */
    Optional<SQLException> fault() {
        return Optional.ofNullable(fault);
    }

    private void enqueue(Entry<?> entry) {
        queue.add(entry);
        if (waiting.getAndIncrement() == 0) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                fail(new SQLException("it is closed"));
                drain();
            }
        }
    }

    private void drain() {
        List<Entry<?>> group = new ArrayList<>();
        do {
            group.clear();
            for (Entry<?> entry = queue.poll(); entry != null; entry = group.size() < GROUP ? queue.poll() : null) {
                group.add(entry);
            }
            commit(group);
        } while (waiting.addAndGet(-group.size()) > 0);
    }

    private void commit(List<Entry<?>> group) {
        SQLException before = fault;
        if (before == null) {
            try {
                file.write(connection -> apply(group, connection));
                groups.incrementAndGet();
                group.forEach(Entry::succeed);
                return;
            } catch (SQLException e) {
                before = fail(e);
            } catch (RuntimeException e) {
                before = fail(new SQLException(e));
            }
        }
        for (Entry<?> entry : group) {
            entry.fail(DiskException.of("cannot write", path, before));
        }
    }

    private static int apply(List<Entry<?>> group, Connection connection) throws SQLException {
        for (Entry<?> entry : group) {
            entry.apply(connection);
        }
        return group.size();
    }

    private SQLException fail(SQLException cause) {
        fault = cause;
        return cause;
    }

    private static final class Entry<T> {

        private final Change<T> change;
        private final @Nullable MonoSink<T> waiter;
        private @Nullable T result;

        Entry(Change<T> change, @Nullable MonoSink<T> waiter) {
            this.change = change;
            this.waiter = waiter;
        }

        void apply(Connection connection) throws SQLException {
            result = change.apply(connection);
        }

        void succeed() {
            if (waiter != null) {
                waiter.success(result);
            }
        }

        void fail(DiskException fault) {
            if (waiter != null) {
                waiter.error(fault);
            }
        }
    }
}
