package fellowship.simulator;

import fellowship.chat.Completion;
import fellowship.store.AnswerFile;
import fellowship.store.Broken;
import fellowship.store.DiskException;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A journal in memory that commits as the real one does: changes wait for a sync that takes its time, in groups, in
 * their order; a kill takes what was not synced; the first sync that fails is the last.
 */
final class MemoryJournal implements Journal {

    private final Facts facts;
    private final EventTime time;
    private final Duration sync;
    private final int failsAt;
    private final List<Change<?>> waiting = new ArrayList<>();
    private final Path folder;
    private boolean syncing;
    private boolean dead;
    private int commits;
    private long calls;
    private long micros;
    private @Nullable DiskException fault;

    private record Change<T>(Supplier<T> apply, @Nullable MonoSink<T> waiter) {}

    /** @param failsAt the commit that the disk refuses; 0: none */
    MemoryJournal(Facts facts, EventTime time, Duration sync, int failsAt, Path folder) {
        this.facts = facts;
        this.time = time;
        this.sync = sync;
        this.failsAt = failsAt;
        this.folder = folder;
        this.calls = facts.calls;
        this.micros = facts.micros;
    }

    /** The process is gone: nothing that waits reaches the disk any more. */
    void die() {
        dead = true;
        waiting.clear();
    }

    private <T> Mono<T> submit(Supplier<T> change) {
        return Mono.create(sink -> add(new Change<>(change, sink)));
    }

    private void post(Runnable change) {
        add(new Change<>(
                () -> {
                    change.run();
                    return 0;
                },
                null));
    }

    private void add(Change<?> change) {
        if (dead) {
            return;
        }
        waiting.add(change);
        if (!syncing) {
            syncing = true;
            time.schedule(this::commit, sync.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void commit() {
        syncing = false;
        List<Change<?>> group = List.copyOf(waiting);
        waiting.clear();
        if (dead || group.isEmpty()) {
            return;
        }
        if (++commits == failsAt) {
            fault = Broken.disk(folder.resolve(FILE));
        }
        List<Runnable> told = new ArrayList<>();
        group.forEach(change -> told.add(settle(change)));
        told.forEach(Runnable::run);
    }

    private <T> Runnable settle(Change<T> change) {
        DiskException refused = fault;
        MonoSink<T> waiter = change.waiter();
        if (refused != null) {
            return () -> {
                if (waiter != null) {
                    waiter.error(refused);
                }
            };
        }
        T result = change.apply().get();
        return () -> {
            if (waiter != null) {
                waiter.success(result);
            }
        };
    }

    @Override
    public Optional<Completion> find(RequestKey key) {
        return Optional.ofNullable(facts.completions.get(key));
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
        return submit(() -> facts.keep(key, completion, costMicros, 1)).doOnNext(kept -> count(1, costMicros));
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion) {
        return submit(() -> facts.keep(key, completion, 0, 0));
    }

    @Override
    public Mono<Completion> adopt(RequestKey key, Completion completion) {
        return Mono.fromSupplier(() -> {
            post(() -> facts.keep(key, completion, 0, 0));
            return completion;
        });
    }

    @Override
    public void sent(RequestKey key) {
        post(() -> facts.sent.add(key));
    }

    @Override
    public void failed(RequestKey key) {
        post(() -> facts.sent.remove(key));
    }

    @Override
    public Mono<Void> reserve(RequestKey key, long worst) {
        return submit(() -> {
                    facts.reserved.put(key, worst);
                    return 0;
                })
                .then();
    }

    @Override
    public void free(RequestKey key) {
        post(() -> facts.reserved.remove(key));
    }

    @Override
    public void charge(RequestKey key, long worst) {
        count(1, worst);
        post(() -> {
            facts.reserved.remove(key);
            facts.charge(1, worst);
        });
    }

    @Override
    public Mono<Long> chargeUnanswered() {
        return submit(() -> {
            long late = facts.reservedMicros();
            int lateCalls = facts.reserved.size();
            facts.charge(lateCalls, late);
            facts.reserved.clear();
            facts.sent.clear();
            count(lateCalls, late);
            return late;
        });
    }

    @Override
    public Mono<Void> discard(Collection<RequestKey> keys) {
        return submit(() -> facts.completions.keySet().removeAll(keys)).then();
    }

    @Override
    public long unanswered() {
        return facts.sent.size();
    }

    @Override
    public long spentMicros() {
        return micros;
    }

    @Override
    public long calls() {
        return calls;
    }

    private void count(int more, long cost) {
        calls += more;
        micros += cost;
    }

    @Override
    public long size() {
        return facts.completions.size();
    }

    @Override
    public long damaged() {
        return 0;
    }

    @Override
    public Optional<String> note(String name) {
        return Optional.ofNullable(facts.notes.get(name));
    }

    @Override
    public Mono<Void> note(String name, String value) {
        return submit(() -> facts.notes.put(name, value) == null).then();
    }

    @Override
    public AnswerFile.Written exportTo(Path file, Map<String, String> models) {
        throw new UnsupportedOperationException("not simulated");
    }

    @Override
    public Mono<AnswerFile.Read> importFrom(Path file) {
        throw new UnsupportedOperationException("not simulated");
    }

    @Override
    public void close() {
        commit();
        dead = true;
    }
}
