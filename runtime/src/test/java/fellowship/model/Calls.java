package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that a test makes, and what became of them. */
final class Calls {

    static final ModelRef MODEL = new ModelRef("fake", "model");

    final List<Completion> answered = new ArrayList<>();
    final List<Throwable> failed = new ArrayList<>();
    final List<Double> answeredAt = new ArrayList<>();

    static ChatRequest request(int draw) {
        return new ChatRequest(
                MODEL, List.of(Message.user("hello")), Sampling.standard().withMaxTokens(20), Optional.empty(), draw);
    }

    /** Makes so many calls, so many of them at a time, until one of them ends the run. */
    static Calls make(int count, int atATime, ChatModel model, VirtualTime time) {
        Calls calls = new Calls();
        Flux.range(0, count)
                .flatMap(
                        draw -> model.complete(request(draw))
                                .doOnNext(completion -> {
                                    calls.answered.add(completion);
                                    calls.answeredAt.add(time.seconds());
                                })
                                .onErrorResume(failure -> {
                                    calls.failed.add(failure);
                                    return endsTheRun(failure) ? Mono.error(failure) : Mono.empty();
                                }),
                        atATime)
                .subscribe(completion -> {}, failure -> {});
        return calls;
    }

    /** Rows whose fault was put on themselves. */
    long rowsGivenUp() {
        return failed.stream()
                .filter(failure -> !endsTheRun(failure) && !isParked(failure))
                .count();
    }

    /** Rows that are left to a later run. */
    long parked() {
        return failed.stream().filter(Calls::isParked).count();
    }

    private static boolean isParked(Throwable failure) {
        return failure instanceof ModelException fault && fault.reaction() == Reaction.PARK;
    }

    private static boolean endsTheRun(Throwable failure) {
        return !(failure instanceof ModelException fault) || fault.reaction() == Reaction.RUN;
    }
}
