package fellowship.simulator;

import fellowship.chat.Completion;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import reactor.core.publisher.Mono;

/** Notes what the real journal has acknowledged. */
final class NotingJournal extends PassingJournal {

    private final Facts facts;

    NotingJournal(Journal next, Facts facts) {
        super(next);
        this.facts = facts;
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
        return next.append(key, completion, costMicros).doOnNext(kept -> facts.completions.put(key, kept));
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion) {
        return next.append(key, completion).doOnNext(kept -> facts.completions.put(key, kept));
    }
}
