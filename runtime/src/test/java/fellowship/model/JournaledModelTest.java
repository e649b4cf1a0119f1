package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.model.CallObserver.Source;
import fellowship.store.Calls;
import fellowship.store.CompletionCache;
import fellowship.store.DiskException;
import fellowship.store.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class JournaledModelTest {

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Source> sources = new ArrayList<>();
    private final CallObserver observer = new CallObserver() {
        @Override
        public void answered(ChatRequest request, Completion completion, Source source) {
            sources.add(source);
        }
    };
    private final ChatModel model = request -> Mono.fromCallable(() -> {
        asked.incrementAndGet();
        return Calls.completion(1);
    });

    @Test
    void whatARunHasAskedItDoesNotAskAgain() {
        try (Journal journal = Journal.open(folder)) {
            journaled(model, journal).complete(Calls.request(1)).block();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journaled(model, journal).complete(Calls.request(1)).block())
                    .isEqualTo(Calls.completion(1));
            assertThat(asked).hasValue(1);
            assertThat(sources).containsExactly(Source.JOURNAL);
            assertThat(journal.spentMicros()).isEqualTo(7);
        }
    }

    @Test
    void nothingHappensBeforeSubscription() {
        try (Journal journal = Journal.open(folder)) {
            journaled(model, journal).complete(Calls.request(1));
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void nobodySeesACompletionThatIsNotAcknowledged() {
        Journal journal = Journal.open(folder);
        journal.close();
        AtomicBoolean seen = new AtomicBoolean();
        Mono<Completion> call =
                journaled(model, journal).complete(Calls.request(1)).doOnNext(it -> seen.set(true));
        assertThatThrownBy(call::block).isInstanceOf(DiskException.class);
        assertThat(seen).isFalse();
    }

    @Test
    void theCommittingThreadDoesNotDoTheWorkflowsWork() {
        try (Journal journal = Journal.open(folder)) {
            String thread = new JournaledModel(model, journal, (r, c) -> 0, Schedulers.parallel(), observer)
                    .complete(Calls.request(1))
                    .map(completion -> Thread.currentThread().getName())
                    .block();
            assertThat(thread).startsWith("parallel");
        }
    }

    @Test
    void aFailedCallIsNotUnderWayAndNotKept() {
        ChatModel failing = request -> Mono.error(new ModelException("overloaded", Reaction.RETRY, "busy"));
        try (Journal journal = Journal.open(folder)) {
            JournaledModel.underWay(journal).sent(Calls.request(1));
            assertThatThrownBy(() -> journaled(failing, journal)
                            .complete(Calls.request(1))
                            .block())
                    .isInstanceOf(ModelException.class);
            journal.note("wait for", "commits").block();
            assertThat(journal.unanswered()).isZero();
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void aCallThatWasCutOffStaysUnderWay() {
        try (Journal journal = Journal.open(folder)) {
            CallObserver underWay = JournaledModel.underWay(journal);
            ChatModel hanging = request -> Mono.deferContextual(context -> {
                underWay.sent(request, context);
                return Mono.never();
            });
            journaled(hanging, journal).complete(Calls.request(1)).subscribe().dispose();
            journal.note("wait for", "commits").block();
            assertThat(journal.unanswered()).isEqualTo(1);
        }
    }

    @Test
    void whatCameFromTheCacheCostsThisRunNothing() {
        try (Journal journal = Journal.open(folder);
                CompletionCache cache = CompletionCache.open(folder, Clock.systemUTC())) {
            cache.put(fellowship.store.RequestKey.of(Calls.request(1)), Calls.completion(1));
            cache.forget(List.of()).block();
            ChatModel road = journaled(new CachedModel(model, Optional.of(cache), observer), journal);
            road.complete(Calls.request(1)).block();
            road.complete(Calls.request(2)).block();
            assertThat(asked).hasValue(1);
            assertThat(journal.size()).isEqualTo(2);
            assertThat(journal.calls()).isEqualTo(1);
            assertThat(journal.spentMicros()).isEqualTo(7);
        }
    }

    @Test
    void equalCallsAtTheSameMomentArePaidOnce() {
        ChatModel slow =
                request -> Mono.delay(java.time.Duration.ofMillis(20)).flatMap(tick -> model.complete(request));
        try (Journal journal = Journal.open(folder)) {
            ChatModel road = journaled(new CachedModel(slow, Optional.empty(), CallObserver.NONE), journal);
            Flux.range(0, 50).flatMap(i -> road.complete(Calls.request(1)), 50).blockLast();
            assertThat(asked).hasValue(1);
            assertThat(journal.calls()).isEqualTo(1);
            assertThat(journal.spentMicros()).isEqualTo(7);
        }
    }

    private ChatModel journaled(ChatModel next, Journal journal) {
        return new JournaledModel(next, journal, (request, completion) -> 7, Schedulers.immediate(), observer);
    }
}
