package fellowship.run;

import fellowship.store.CompletionCache;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.util.Collection;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where answers are kept.
 *
 * @param journal of this run
 * @param cache of all runs, if one is used
 */
record Stores(Journal journal, Optional<CompletionCache> cache) implements AutoCloseable {

    static Stores open(RunOptions options) {
        Journal journal = Journal.open(options.folder());
        return new Stores(
                journal,
                options.cache()
                        .map(folder ->
                                CompletionCache.open(folder, options.time().clock())));
    }

    /** Forgets these answers, so that they are asked for again. */
    Mono<Void> discard(Collection<RequestKey> keys) {
        return journal.discard(keys)
                .then(Mono.justOrEmpty(cache).flatMap(kept -> kept.forget(keys)).then());
    }

    @Override
    public void close() {
        journal.close();
        cache.ifPresent(CompletionCache::close);
    }
}
