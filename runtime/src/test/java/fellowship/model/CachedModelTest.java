package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.model.CallObserver.Source;
import fellowship.store.Calls;
import fellowship.store.CompletionCache;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

class CachedModelTest {

    private final TestPublisher<Completion> provider = TestPublisher.create();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Source> sources = new ArrayList<>();
    private final CallObserver observer = new CallObserver() {
        @Override
        public void answered(ChatRequest request, Completion completion, Source source) {
            sources.add(source);
        }
    };
    private final CachedModel model = cached(request -> provider.mono());

    @Test
    void equalCallsUnderWayAreMadeOnce() {
        List<Completion> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            model.complete(Calls.request(1)).subscribe(seen::add);
        }
        provider.next(Calls.completion(1));
        assertThat(asked).hasValue(1);
        assertThat(seen).containsExactly(Calls.completion(1), Calls.completion(1), Calls.completion(1));
        assertThat(sources).as("one paid, two did not").containsExactly(Source.CACHE, Source.CACHE);
    }

    @Test
    void anotherDrawIsAnotherCall() {
        ChatRequest first = Calls.request(1);
        model.complete(first).subscribe();
        model.complete(new ChatRequest(first.model(), first.messages(), first.sampling(), first.schema(), 1))
                .subscribe();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aWaiterThatGivesUpLeavesTheOthersAlone() {
        List<Completion> seen = new ArrayList<>();
        Disposable first = model.complete(Calls.request(1)).subscribe();
        model.complete(Calls.request(1)).subscribe(seen::add);
        first.dispose();
        provider.assertNotCancelled();
        provider.next(Calls.completion(1));
        assertThat(seen).containsExactly(Calls.completion(1));
        assertThat(sources).as("the one who is left paid").isEmpty();
    }

    @Test
    void whenTheLastWaiterGivesUpSoDoesTheCall() {
        Disposable first = model.complete(Calls.request(1)).subscribe();
        Disposable second = model.complete(Calls.request(1)).subscribe();
        first.dispose();
        second.dispose();
        provider.assertCancelled();
        model.complete(Calls.request(1)).subscribe();
        assertThat(asked).as("the next one starts anew").hasValue(2);
    }

    @Test
    void whoTriesAgainAfterAFailureStartsANewCall() {
        ModelException fault = new ModelException("overloaded", Reaction.RETRY, "busy");
        CachedModel failing = cached(request -> asked.get() < 3 ? Mono.error(fault) : Mono.just(Calls.completion(1)));
        assertThat(failing.complete(Calls.request(1)).retry(5).block()).isEqualTo(Calls.completion(1));
        assertThat(asked).hasValue(3);
    }

    @Test
    void allWaitersHearOfAFailure() {
        List<Throwable> faults = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            model.complete(Calls.request(1)).subscribe(it -> {}, faults::add);
        }
        ModelException fault = new ModelException("overloaded", Reaction.RETRY, "busy");
        provider.error(fault);
        assertThat(faults).containsExactly(fault, fault, fault);
    }

    @Test
    void whatHasBeenAnsweredIsNotAskedAgain() {
        CachedModel quick = cached(request -> Mono.just(Calls.completion(1)));
        quick.complete(Calls.request(1)).block();
        assertThat(quick.complete(Calls.request(1)).block()).isEqualTo(Calls.completion(1));
        assertThat(asked).hasValue(1);
        assertThat(sources).containsExactly(Source.CACHE);
    }

    @Test
    void whatWasCutOrRefusedIsAskedAgain() {
        for (Finish finish : List.of(Finish.LENGTH, Finish.FILTER, Finish.REFUSAL, Finish.UNKNOWN)) {
            Completion half =
                    new Completion("half", Optional.empty(), finish, Usage.of(1, 1), "m", Optional.empty(), List.of());
            asked.set(0);
            CachedModel cutting = cached(request -> Mono.just(half));
            cutting.complete(Calls.request(1)).block();
            cutting.complete(Calls.request(1)).block();
            assertThat(asked).as("%s", finish).hasValue(2);
        }
    }

    @Test
    void theNextProcessFindsItOnDisk(@TempDir Path folder) {
        try (CompletionCache disk = CompletionCache.open(folder, Clock.systemUTC())) {
            new CachedModel(request -> Mono.just(Calls.completion(1)), Optional.of(disk), observer)
                    .complete(Calls.request(1))
                    .block();
        }
        try (CompletionCache disk = CompletionCache.open(folder, Clock.systemUTC())) {
            Completion found = new CachedModel(request -> Mono.error(new AssertionError()), Optional.of(disk), observer)
                    .complete(Calls.request(1))
                    .block();
            assertThat(found).isEqualTo(Calls.completion(1));
            assertThat(sources).containsExactly(Source.CACHE);
        }
    }

    @Test
    void theSubscribersContextReachesTheProvider() {
        CachedModel reading = cached(request ->
                Mono.deferContextual(context -> Mono.just(Completion.of(context.get("row"), Usage.of(1, 1), "m"))));
        assertThat(reading.complete(Calls.request(1))
                        .contextWrite(it -> it.put("row", "r7"))
                        .block()
                        .text())
                .isEqualTo("r7");
    }

    @Test
    void racingAskersArePaidOnceAlsoWhenSomeGiveUp() {
        CachedModel racing = cached(request -> Mono.just(Calls.completion(1)).publishOn(Schedulers.parallel()));
        for (int round = 0; round < 500; round++) {
            ChatRequest request = Calls.request(round);
            asked.set(0);
            Sinks.Empty<Void> go = Sinks.empty();
            Mono<Long> all = Flux.range(0, 8)
                    .flatMap(i -> go.asMono()
                            .publishOn(Schedulers.parallel())
                            .then(
                                    i % 4 == 3
                                            ? racing.complete(request)
                                                    .timeout(java.time.Duration.ofNanos(1))
                                                    .onErrorComplete()
                                            : racing.complete(request)))
                    .count();
            go.tryEmitEmpty();
            assertThat(all.block()).isGreaterThanOrEqualTo(6);
            // A call given up by all who wait for it may be made again, never two at a time.
            assertThat(asked.get()).isBetween(1, 3);
        }
    }

    private CachedModel cached(ChatModel next) {
        return new CachedModel(
                request -> Mono.defer(() -> {
                    asked.incrementAndGet();
                    return next.complete(request);
                }),
                Optional.empty(),
                observer);
    }
}
