package fellowship.ask;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.store.RequestKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

final class AskingTest {

    private static final ModelException EXHAUSTED =
            new ModelException("reasoning-exhausted", Reaction.FIX, "the tokens went into reasoning");

    private final List<ChatRequest> sent = new ArrayList<>();

    @Test
    void aCallWithoutRoomForAWordIsAskedOnceMoreWithMoreRoom() {
        StepVerifier.create(asked(
                        request -> request.sampling().maxTokens() < 256 ? Mono.error(EXHAUSTED) : Mono.just("Blue.")))
                .assertNext(asked -> {
                    assertThat(asked.reply().completion().text()).isEqualTo("Blue.");
                    assertThat(asked.reply().call())
                            .as("the call that answered")
                            .isEqualTo(RequestKey.of(sent.get(1)).hex());
                })
                .verifyComplete();
        assertThat(sent).extracting(request -> request.sampling().maxTokens()).containsExactly(64, 256);
    }

    @Test
    void oneThatHasNoneEvenThenIsGivenUpAsItsRow() {
        StepVerifier.create(asked(request -> Mono.error(EXHAUSTED)))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOfSatisfying(ModelException.class, fault -> {
                    assertThat(fault.reaction()).isEqualTo(Reaction.ROW);
                    assertThat(fault.reason()).isEqualTo("reasoning-exhausted");
                }));
        assertThat(sent).hasSize(2);
    }

    @Test
    void anotherFaultOfTheSecondCallIsToldAsItIs() {
        ModelException budget = new ModelException("budget", Reaction.RUN, "the budget is used up");
        StepVerifier.create(asked(request -> Mono.error(request.sampling().maxTokens() < 256 ? EXHAUSTED : budget)))
                .verifyErrorMatches(budget::equals);
    }

    @Test
    void anotherFaultIsNotAskedAgain() {
        ModelException filtered = new ModelException("filtered-input", Reaction.ROW, "no");
        StepVerifier.create(asked(request -> Mono.error(filtered))).verifyErrorMatches(filtered::equals);
        assertThat(sent).hasSize(1);
    }

    private Mono<Asked<String>> asked(Function<ChatRequest, Mono<String>> model) {
        return new Asking(
                        ModelRef::parse,
                        ref -> request -> Mono.defer(() -> {
                            sent.add(request);
                            return model.apply(request).map(text -> Completion.of(text, Usage.of(1, 1), "m"));
                        }),
                        Schedulers.immediate(),
                        ref -> true)
                .ask(Question.text(
                        "writer", "local:m", Sampling.standard().withMaxTokens(64), List.of(Message.user("Hi.")), 0));
    }
}
