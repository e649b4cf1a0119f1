package fellowship.simulator;

import fellowship.chat.Completion;
import fellowship.store.AnswerFile;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Passes everything on; a planted bug overrides what it spoils. */
class PassingJournal implements Journal {

    final Journal next;

    PassingJournal(Journal next) {
        this.next = next;
    }

    @Override
    public Optional<Completion> find(RequestKey key) {
        return next.find(key);
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
        return next.append(key, completion, costMicros);
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion) {
        return next.append(key, completion);
    }

    @Override
    public Mono<Completion> adopt(RequestKey key, Completion completion) {
        return next.adopt(key, completion);
    }

    @Override
    public void sent(RequestKey key) {
        next.sent(key);
    }

    @Override
    public void failed(RequestKey key) {
        next.failed(key);
    }

    @Override
    public Mono<Void> reserve(RequestKey key, long micros) {
        return next.reserve(key, micros);
    }

    @Override
    public void free(RequestKey key) {
        next.free(key);
    }

    @Override
    public void charge(RequestKey key, long micros) {
        next.charge(key, micros);
    }

    @Override
    public Mono<Long> chargeUnanswered() {
        return next.chargeUnanswered();
    }

    @Override
    public Mono<Void> discard(Collection<RequestKey> keys) {
        return next.discard(keys);
    }

    @Override
    public long unanswered() {
        return next.unanswered();
    }

    @Override
    public long spentMicros() {
        return next.spentMicros();
    }

    @Override
    public long calls() {
        return next.calls();
    }

    @Override
    public long size() {
        return next.size();
    }

    @Override
    public long damaged() {
        return next.damaged();
    }

    @Override
    public Optional<String> note(String name) {
        return next.note(name);
    }

    @Override
    public Mono<Void> note(String name, String value) {
        return next.note(name, value);
    }

    @Override
    public AnswerFile.Written exportTo(Path file, Map<String, String> models) {
        return next.exportTo(file, models);
    }

    @Override
    public Mono<AnswerFile.Read> importFrom(Path file) {
        return next.importFrom(file);
    }

    @Override
    public void close() {
        next.close();
    }
}
