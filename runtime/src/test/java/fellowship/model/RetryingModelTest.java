package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.config.Limits;
import fellowship.seam.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class RetryingModelTest {

    private final VirtualTime time = new VirtualTime();
    private final List<Double> sent = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aCallThatKeepsFailingIsTriedFourTimesAndThenOnlyItsRowIsGivenUp() {
        Calls calls = make(1, always(new ModelException("server-error", Reaction.RETRY, "the provider failed (500)")));
        time.advance(Duration.ofMinutes(10));
        assertThat(sent).hasSize(4);
        assertThat(calls.failed).singleElement().isInstanceOfSatisfying(ModelException.class, fault -> {
            assertThat(fault.reaction()).isEqualTo(Reaction.ROW);
            assertThat(fault.reason()).isEqualTo("server-error");
            assertThat(fault).hasMessage("the provider failed (500); given up after 4 tries");
        });
    }

    @Test
    void eachCallHasItsOwnTries() {
        make(3, always(new ModelException("server-error", Reaction.RETRY, "500")));
        time.advance(Duration.ofMinutes(10));
        assertThat(sent).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROW", "RUN"})
    void whatNoFurtherTryCanHelpIsNotTriedAgain(Reaction reaction) {
        ModelException fault = new ModelException("some-reason", reaction, "no");
        Calls calls = make(1, always(fault));
        time.advance(Duration.ofMinutes(10));
        assertThat(sent).hasSize(1);
        assertThat(calls.failed).containsExactly(fault);
    }

    @Test
    void aMistakeOfOursIsNotTriedAgain() {
        IllegalStateException mistake = new IllegalStateException("a mistake");
        Calls calls = make(1, always(mistake));
        time.advance(Duration.ofMinutes(10));
        assertThat(sent).hasSize(1);
        assertThat(calls.failed).containsExactly(mistake);
    }

    @Test
    void pausesGrowAndAreSpreadOut() {
        make(20, always(new ModelException("server-error", Reaction.RETRY, "500")));
        time.advance(Duration.ofMinutes(10));
        List<Long> first =
                pauses.subList(0, 20).stream().map(Duration::toMillis).toList();
        List<Long> last =
                pauses.subList(40, 60).stream().map(Duration::toMillis).toList();
        assertThat(first).allMatch(millis -> millis >= 500 && millis <= 625);
        assertThat(last).allMatch(millis -> millis >= 2_000 && millis <= 2_500);
        assertThat(first.stream().distinct().count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 300, 5_000, 120_000})
    void aProviderIsNeverAskedBeforeItSaysAndNotMuchLater(long millis) {
        make(
                1,
                always(new ModelException(
                        "rate-limited", Reaction.SLOW, Optional.of(Duration.ofMillis(millis)), "429", "")));
        time.advance(Duration.ofHours(2));
        double waited = sent.get(1) - sent.get(0);
        assertThat(waited).isGreaterThanOrEqualTo(millis / 1e3);
        assertThat(waited).isLessThanOrEqualTo(Math.max(0.5, millis / 1e3) * 1.25 + 1e-6);
    }

    @Test
    void aRefusedCallIsPutOffForMinutesAndThenTheRunStopsAndCanGoOn() {
        Calls calls = make(
                1,
                always(new ModelException(
                        "rate-limited", Reaction.SLOW, Optional.of(Duration.ofSeconds(20)), "too many requests", "")));
        time.advance(Duration.ofHours(2));
        assertThat(sent.size()).isBetween(5, 20);
        assertThat(calls.failed).singleElement().isInstanceOfSatisfying(ModelException.class, fault -> {
            assertThat(fault.reaction()).isEqualTo(Reaction.RUN);
            assertThat(fault).hasMessageEndingWith("run again to go on from here");
        });
        assertThat(sent.get(sent.size() - 1)).isLessThan(13 * 60);
    }

    @Test
    void anAnswerEndsTheTries() {
        int[] tries = {0};
        Calls calls = make(
                1,
                request -> Mono.defer(() -> ++tries[0] < 3
                        ? Mono.error(new ModelException("gateway", Reaction.RETRY, "502"))
                        : Mono.just(Completion.of("ok", Usage.of(1, 1), "fake"))));
        time.advance(Duration.ofMinutes(1));
        assertThat(calls.answered).hasSize(1);
        assertThat(tries[0]).isEqualTo(3);
    }

    @Test
    void whoeverCancelsDuringThePauseIsNotTriedAgain() {
        ChatModel model = retrying(always(new ModelException("server-error", Reaction.RETRY, "500")));
        var call = model.complete(Calls.request(0)).subscribe();
        time.advance(Duration.ofMillis(100));
        call.dispose();
        time.advance(Duration.ofMinutes(10));
        assertThat(sent).hasSize(1);
    }

    private Calls make(int count, ChatModel provider) {
        return Calls.make(count, 100, retrying(provider), time);
    }

    private ChatModel retrying(ChatModel provider) {
        ChatModel counting = request -> Mono.defer(() -> {
            sent.add(time.seconds());
            return provider.complete(request);
        });
        CallObserver observer = new CallObserver() {
            @Override
            public void retrying(ChatRequest request, ModelException fault, Duration pause) {
                pauses.add(pause);
            }
        };
        return new RetryingModel(
                counting,
                RetryPolicy.STANDARD,
                new RetryBudget(time.time),
                new Breaker("fake:model", new Quota(Limits.none(), false, time.time), time.time),
                time.time,
                Dice.of(3),
                observer);
    }

    private static ChatModel always(Throwable failure) {
        return request -> Mono.error(failure);
    }
}
