package fellowship.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.model.CallObserver.Source;
import fellowship.store.CallKey;
import fellowship.store.CompletionCache;
import fellowship.store.RequestKey;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Answers from the cache what has been asked before, in this process or in an earlier one, and makes equal calls that
 * are under way at the same moment once.
 *
 * <p>Only completions that {@link CompletionCache#keeps} takes are given to a later asker.
 */
public final class CachedModel implements ChatModel {

    /** What is kept in memory, in characters of text: about 32 MB at most. */
    private static final long WEIGHT = 16L << 20;

    /** What an entry weighs beside its text. */
    private static final int ENTRY_WEIGHT = 200;

    private final ChatModel next;
    private final Optional<CompletionCache> disk;
    private final CallObserver observer;
    private final Flights flights = new Flights();
    private final Cache<RequestKey, Completion> memory = Caffeine.newBuilder()
            .maximumWeight(WEIGHT)
            .<RequestKey, Completion>weigher((key, completion) -> weight(completion))
            .executor(Runnable::run)
            .build();

    /** @param disk the cache across runs; without one, equal calls are still made once while they are remembered */
    public CachedModel(ChatModel next, Optional<CompletionCache> disk, CallObserver observer) {
        this.next = next;
        this.disk = disk;
        this.observer = observer;
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.deferContextual(context -> {
            RequestKey key = CallKey.of(request, context);
            Optional<Completion> known = find(key, context);
            if (known.isPresent()) {
                observer.answered(request, known.get(), Source.CACHE);
                return Mono.just(known.get());
            }
            return flights.join(key, fly(request, key)).map(landed -> deliver(request, landed, context));
        });
    }

    /** Looks once more into the memory: the same call may have landed since. */
    private Mono<Landed> fly(ChatRequest request, RequestKey key) {
        return Mono.defer(() -> {
            Completion near = memory.getIfPresent(key);
            return near != null
                    ? Mono.just(Landed.fromCache(near))
                    : next.complete(request)
                            .doOnNext(completion -> keep(key, completion))
                            .map(Landed::fromModel);
        });
    }

    /** Whoever did not pay for a completion was answered as from the cache. */
    private Completion deliver(ChatRequest request, Landed landed, ContextView context) {
        if (!landed.isPaidByMe()) {
            Origin.note(context, Source.CACHE);
            observer.answered(request, landed.completion(), Source.CACHE);
        }
        return landed.completion();
    }

    private Optional<Completion> find(RequestKey key, ContextView context) {
        Completion near = memory.getIfPresent(key);
        if (near != null) {
            Origin.note(context, Source.CACHE);
            return Optional.of(near);
        }
        // Not put into the memory: whoever asks again finds it in the journal.
        Optional<Completion> far = disk.flatMap(cache -> cache.find(key));
        far.ifPresent(completion -> Origin.noteOnDisk(context));
        return far;
    }

    private void keep(RequestKey key, Completion completion) {
        if (CompletionCache.keeps(completion)) {
            memory.put(key, completion);
            disk.ifPresent(cache -> cache.put(key, completion));
        }
    }

    private static int weight(Completion completion) {
        return ENTRY_WEIGHT
                + completion.text().length()
                + completion.reasoning().map(String::length).orElse(0)
                + completion.logprobs().size() * ENTRY_WEIGHT;
    }
}
