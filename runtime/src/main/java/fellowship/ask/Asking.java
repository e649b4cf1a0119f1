package fellowship.ask;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.prompt.Answer;
import fellowship.prompt.Fence;
import fellowship.row.Reply;
import fellowship.store.CallKey;
import fellowship.store.RequestKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Puts questions to models. An answer that cannot be read is asked for once more in the same conversation, with what is
 * wrong with it; after that it is unreadable, which is a value.
 */
public final class Asking {

    /** How much larger the bound is of a call that is asked again since it had no room for a word. */
    private static final int WIDER = 4;

    private final Function<String, ModelRef> roles;
    private final Function<ModelRef, ChatModel> models;
    private final Scheduler scheduler;
    private final Predicate<ModelRef> schemas;

    /**
     * @param roles the model that a script's {@code model '…'} means
     * @param models the road to that model
     * @param scheduler where rows go on after an answer, so that no thread of the network or the journal is kept
     * @param schemas whether the provider of a model takes the schema of a reply
     */
    public Asking(
            Function<String, ModelRef> roles,
            Function<ModelRef, ChatModel> models,
            Scheduler scheduler,
            Predicate<ModelRef> schemas) {
        this.roles = roles;
        this.models = models;
        this.scheduler = scheduler;
        this.schemas = schemas;
    }

    /** The model that a script's {@code model '…'} means. */
    public ModelRef model(String role) {
        return roles.apply(role);
    }

    /** Whether a reply of that model can be bound to a schema. */
    public boolean takesSchema(String role) {
        return schemas.test(roles.apply(role));
    }

    /** One question, and one repair turn when its answer cannot be read. */
    public <T> Mono<Asked<T>> ask(Question<T> question) {
        return call(question, question.messages()).flatMap(reply -> {
            Answer<T> answer = question.reader().read(reply.completion());
            if (answer instanceof Answer.Unreadable<T> unreadable) {
                return repair(question, reply, unreadable);
            }
            return Mono.just(new Asked<>(answer, List.of(reply)));
        });
    }

    private <T> Mono<Asked<T>> repair(Question<T> question, Reply first, Answer.Unreadable<T> unreadable) {
        List<Message> messages = new ArrayList<>(question.messages());
        if (!first.completion().text().isBlank()) {
            messages.add(Message.assistant(Fence.harmless(first.completion().text())));
            messages.add(Message.user(
                    Fence.harmless("That reply could not be read: " + unreadable.why() + ". " + question.form())));
        } else {
            messages.add(Message.user("The reply was empty. " + question.form()));
        }
        return call(question, messages)
                .map(second -> new Asked<>(question.reader().read(second.completion()), List.of(first, second)));
    }

    private Mono<Reply> call(Question<?> question, List<Message> messages) {
        ModelRef model = roles.apply(question.model());
        ChatRequest request = new ChatRequest(model, messages, question.sampling(), question.schema(), question.draw());
        return answered(question, request)
                .onErrorResume(
                        ModelException.class,
                        fault -> fault.reaction() == Reaction.FIX
                                ? answered(question, wider(request)).onErrorMap(ModelException.class, Asking::givenUp)
                                : Mono.error(fault));
    }

    private Mono<Reply> answered(Question<?> question, ChatRequest request) {
        return Mono.defer(() -> {
            RequestKey key = RequestKey.of(request);
            return models.apply(request.model())
                    .complete(request)
                    .contextWrite(CallKey.known(request, key))
                    .contextWrite(ChatModel.askedBy(question.asker()))
                    .publishOn(scheduler)
                    .map(completion -> reply(question, request, key, completion));
        });
    }

    /** All tokens went into reasoning: a call of its own, with more room for both, that the budget may refuse. */
    private static ChatRequest wider(ChatRequest request) {
        return request.withMaxTokens(
                (int) Math.min(Integer.MAX_VALUE, (long) request.sampling().maxTokens() * WIDER));
    }

    private static ModelException givenUp(ModelException fault) {
        return fault.reaction() == Reaction.FIX
                ? new ModelException(
                        fault.reason(),
                        Reaction.ROW,
                        fault.retryAfter(),
                        String.valueOf(fault.getMessage()),
                        fault.raw())
                : fault;
    }

    private static Reply reply(Question<?> question, ChatRequest request, RequestKey key, Completion completion) {
        return new Reply(question.asker(), request.model(), request.messages(), completion, key.hex());
    }
}
