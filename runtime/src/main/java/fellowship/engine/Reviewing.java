package fellowship.engine;

import fellowship.ask.Asked;
import fellowship.ask.Asking;
import fellowship.ask.Question;
import fellowship.ask.TextReader;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.judging.Refusal;
import fellowship.plan.Agent;
import fellowship.prompt.Answer;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import reactor.core.publisher.Mono;

/**
 * One reviewer's side of a loop: its conversation so far, and the next review. Immutable; each review gives the next
 * state.
 */
final class Reviewing {

    private static final PromptTemplate AGAIN = PromptTemplate.parse(
            "The answer was updated in the light of your review. Review the updated answer in the same way.\n\n"
                    + "Updated answer: {{answer}}");

    private final Agent reviewer;
    private final List<Message> history;

    private Reviewing(Agent reviewer, List<Message> history) {
        this.reviewer = reviewer;
        this.history = List.copyOf(history);
    }

    static Reviewing of(Agent reviewer) {
        return new Reviewing(reviewer, List.of());
    }

    /**
     * What a review came to.
     *
     * @param next the reviewer after it
     * @param critique absent when the provider refuses this very question or the answer could not be read; an outage
     *     costs the row, so that it can be asked again
     * @param failure why, in that case
     */
    record Review(Reviewing next, Optional<Critique> critique, Optional<Rejection> failure) {}

    Mono<Review> review(String step, Row row, Draft draft, Asking asking, Pictures pictures) {
        Map<String, Object> answer = Map.of("answer", draft.text());
        List<Message> messages = new ArrayList<>(history);
        if (history.isEmpty()) {
            messages.addAll(Questions.opening(reviewer, row, answer, pictures));
        } else {
            messages.add(Questions.turn(reviewer, reviewer.again().orElse(AGAIN), Questions.values(row, answer)));
        }
        return asking.ask(question(messages))
                .map(asked -> read(step, messages, asked))
                .onErrorResume(
                        ModelException.class,
                        fault -> Refusal.is(fault)
                                ? Mono.just(new Review(
                                        this,
                                        Optional.empty(),
                                        Optional.of(RejectedException.fault(step, fault)
                                                .rejection())))
                                : Mono.error(fault));
    }

    private Question<Map<String, Object>> question(List<Message> messages) {
        return reviewer.reply()
                .map(type -> Question.typed(reviewer.name(), reviewer.model(), reviewer.sampling(), messages, type, 0))
                .orElseGet(() -> new Question<>(
                        reviewer.name(),
                        reviewer.model(),
                        reviewer.sampling(),
                        messages,
                        Optional.empty(),
                        "Reply again.",
                        Reviewing::feedback,
                        0));
    }

    private static Answer<Map<String, Object>> feedback(Completion completion) {
        Answer<String> text = TextReader.TEXT.read(completion);
        if (text instanceof Answer.Unreadable<String> unreadable) {
            return new Answer.Unreadable<>(unreadable.raw(), unreadable.why());
        }
        return new Answer.Read<>(Map.of("feedback", ((Answer.Read<String>) text).value()));
    }

    private Review read(String step, List<Message> messages, Asked<Map<String, Object>> asked) {
        if (asked.answer() instanceof Answer.Unreadable<Map<String, Object>> unreadable) {
            Rejection failure =
                    RejectedException.unreadable(step, unreadable.why(), asked).rejection();
            return new Review(this, Optional.empty(), Optional.of(failure));
        }
        Map<String, Object> fields = ((Answer.Read<Map<String, Object>>) asked.answer()).value();
        List<Message> after = new ArrayList<>(messages);
        after.add(Message.assistant(asked.reply().completion().text()));
        return new Review(new Reviewing(reviewer, after), Optional.of(critique(fields, asked)), Optional.empty());
    }

    private Critique critique(Map<String, Object> fields, Asked<?> asked) {
        String text = reviewer.reply()
                .map(type -> type.critique()
                        .map(field -> String.valueOf(fields.get(field.name())))
                        .orElse(asked.reply().completion().text()))
                .orElseGet(() -> String.valueOf(fields.get("feedback")));
        OptionalDouble score = reviewer.reply()
                .flatMap(type -> type.score())
                .map(Field::name)
                .map(name -> OptionalDouble.of(((Number) Objects.requireNonNull(fields.get(name))).doubleValue()))
                .orElse(OptionalDouble.empty());
        return new Critique(reviewer.name(), text, score, fields, asked.reply());
    }
}
