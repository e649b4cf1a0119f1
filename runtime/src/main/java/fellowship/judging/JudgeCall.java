package fellowship.judging;

import fellowship.ask.Asked;
import fellowship.ask.Asking;
import fellowship.ask.Question;
import fellowship.chat.Message;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.prompt.Answer;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Judgment.Opinion;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * One judge and one row: each call of a method is one judgment. What cannot be read, after its repair turn, is a judgment
 * too; a call that fails is an error.
 */
final class JudgeCall {

    private final Judge judge;
    private final String annotator;
    private final Sheet sheet;
    private final Asking asking;

    private JudgeCall(Judge judge, String annotator, Sheet sheet, Asking asking) {
        this.judge = judge;
        this.annotator = annotator;
        this.sheet = sheet;
        this.asking = asking;
    }

    /** @param candidates all that it may be shown, in the row's order */
    static JudgeCall of(Judge judge, Row row, Collection<Draft> candidates, Asking asking, Dice dice) {
        return new JudgeCall(judge, judge.name(), Sheet.of(judge, row, candidates, Optional.empty(), dice), asking);
    }

    /** A judge who has a part to play at a table. */
    static JudgeCall seated(
            Judge judge, String persona, Row row, Collection<Draft> candidates, Asking asking, Dice dice) {
        return new JudgeCall(
                judge,
                judge.name() + " as " + persona,
                Sheet.of(judge, row, candidates, Optional.of(persona), dice),
                asking);
    }

    String annotator() {
        return annotator;
    }

    Judge judge() {
        return judge;
    }

    Sheet sheet() {
        return sheet;
    }

    /** A score of one candidate, on its own. */
    Mono<Judgment> alone(Draft draft, int sample) {
        Shown shown = Shown.alone(draft);
        Form form = judge.marking().form();
        if (form == Form.EXPECTED || form == Form.TRUTH) {
            return weighed(shown, sample);
        }
        return typed(shown, Task.of(judge, shown), Optional.empty(), false, sample);
    }

    /** What it says of two candidates, in one reply or in one for each. */
    Mono<Judgment> pair(Draft first, Draft second, boolean swapped, int sample) {
        return pair(first, second, swapped, sample, Optional.empty());
    }

    /** @param told what it is told after the candidates, for example what others said of them */
    Mono<Judgment> pair(Draft first, Draft second, boolean swapped, int sample, Optional<String> told) {
        if (judge.marking().form().sideBySide()) {
            Shown shown = Shown.pair(first, second, swapped);
            return typed(shown, Task.of(judge, shown), told, swapped, sample);
        }
        return Mono.zip(alone(first, sample), alone(second, sample), this::both);
    }

    /** All candidates in order, seen from the {@code turn}-th row of the Latin square. */
    Mono<Judgment> ranking(List<Draft> drafts, int turn) {
        Shown shown = Shown.turned(drafts, turn);
        Task task = Task.ranking(judge, shown);
        return ask(shown, task, Optional.empty(), turn, fields -> Opinions.ranking(shown, fields), false, 0);
    }

    /** Each step of a solution. */
    Mono<Judgment> steps(Draft draft, List<String> steps) {
        List<Draft> numbered = List.of(Draft.given(draft.id(), Steps.numbered(steps)));
        return ask(
                new Shown(numbered),
                Task.steps(judge, steps.size()),
                Optional.empty(),
                0,
                fields -> Opinions.steps(steps, fields),
                false,
                0);
    }

    private Mono<Judgment> typed(Shown shown, Task task, Optional<String> told, boolean swapped, int sample) {
        return ask(
                shown,
                task,
                told,
                sample,
                fields -> Opinions.of(judge, shown, swapped, fields, Opinions.parts(judge, shown, swapped, fields)),
                swapped,
                sample);
    }

    private Mono<Judgment> ask(
            Shown shown,
            Task task,
            Optional<String> told,
            int draw,
            Function<Map<String, Object>, Opinion> opinion,
            boolean swapped,
            int sample) {
        boolean inLines = inLines();
        ReplyForm form = new ReplyForm(
                task.type(),
                inLines,
                Task.RATIONALE,
                judge.marking().reasons(),
                sheet.fence().mark());
        return new Preparing(judge, sheet, asking, inLines).prepare(shown).flatMap(ready -> {
            if (ready.failure().isPresent()) {
                return Mono.just(unreadable(ready.failure().get(), swapped, sample, ready.done(), ready.replies()));
            }
            List<Message> messages = ready.with(turn(ready, shown, told, task.words() + "\n\n" + form.instruction()));
            return asking.ask(form.question(annotator, judge, messages, draw)).map(asked -> {
                List<Reply> replies = ready.and(asked.replies());
                if (asked.answer() instanceof Answer.Unreadable<Map<String, Object>> unread) {
                    return unreadable(unread.why(), swapped, sample, ready.done(), replies);
                }
                Map<String, Object> fields = ((Answer.Read<Map<String, Object>>) asked.answer()).value();
                Object certainty = fields.get(Task.CERTAINTY);
                return new Judgment(
                        annotator,
                        opinion.apply(fields),
                        swapped,
                        sample,
                        String.valueOf(fields.getOrDefault(Task.RATIONALE, "")),
                        certainty instanceof Number sure
                                ? OptionalDouble.of(sure.doubleValue() / 100)
                                : OptionalDouble.empty(),
                        shown.drafts().size() > 2 ? Map.of() : Opinions.parts(judge, shown, swapped, fields),
                        ready.done(),
                        replies);
            });
        });
    }

    private Message turn(Preparing.State ready, Shown shown, Optional<String> told, String task) {
        List<String> blocks = new ArrayList<>();
        if (!ready.pending().isEmpty()) {
            blocks.add(ready.pending());
        }
        if (!ready.shownCandidates()) {
            blocks.add(sheet.candidates(shown));
        }
        told.ifPresent(blocks::add);
        blocks.add(task);
        return Message.user(String.join("\n\n", blocks));
    }

    /** One option alone, weighed by the probabilities of all where they are told. */
    private Mono<Judgment> weighed(Shown shown, int sample) {
        String text = sheet.question() + "\n\n" + sheet.candidates(shown) + "\n\n" + ProbabilityReader.task(judge);
        Question<Map<String, Object>> question = new Question<>(
                annotator,
                judge.model(),
                judge.sampling(),
                List.of(sheet.system(), Message.user(text)),
                Optional.empty(),
                ProbabilityReader.form(judge),
                ProbabilityReader.of(judge),
                sample);
        return asking.ask(question).map(asked -> weighed(asked, sample));
    }

    private Judgment weighed(Asked<Map<String, Object>> asked, int sample) {
        if (asked.answer() instanceof Answer.Unreadable<Map<String, Object>> unread) {
            return unreadable(unread.why(), false, sample, Deliberation.NONE, asked.replies());
        }
        Object score =
                ((Answer.Read<Map<String, Object>>) asked.answer()).value().get(Task.SCORE);
        return new Judgment(
                annotator,
                new Judgment.Score(((Number) java.util.Objects.requireNonNull(score)).doubleValue()),
                false,
                sample,
                "",
                OptionalDouble.empty(),
                Map.of(),
                Deliberation.NONE,
                asked.replies());
    }

    /** Two judgments of one candidate each are one judgment of both. */
    private Judgment both(Judgment first, Judgment second) {
        List<Reply> replies = new ArrayList<>(first.replies());
        replies.addAll(second.replies());
        if (first.opinion() instanceof Judgment.Score a && second.opinion() instanceof Judgment.Score b) {
            String rationale = first.rationale().isEmpty() && second.rationale().isEmpty()
                    ? ""
                    : "First: " + first.rationale() + "\nSecond: " + second.rationale();
            return new Judgment(
                    annotator,
                    new Judgment.Scores(a.value(), b.value()),
                    false,
                    first.sample(),
                    rationale,
                    mean(first.certainty(), second.certainty()),
                    Map.of(),
                    first.deliberation(),
                    replies);
        }
        Opinion unread = first.readable() ? second.opinion() : first.opinion();
        return unreadable(
                unread instanceof Judgment.Unreadable why ? why.why() : "no score",
                false,
                first.sample(),
                first.deliberation(),
                replies);
    }

    private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    private Judgment unreadable(String why, boolean swapped, int sample, Deliberation done, List<Reply> replies) {
        return new Judgment(
                annotator,
                new Judgment.Unreadable(why),
                swapped,
                sample,
                "",
                OptionalDouble.empty(),
                Map.of(),
                done,
                replies);
    }

    boolean inLines() {
        Style style = judge.marking().style();
        return style == Style.LINES || style == Style.AUTO && !asking.takesSchema(judge.model());
    }

    /** The form of a short typed reply at a table, in this judge's style. */
    ReplyForm form(fellowship.prompt.ReplyType type) {
        return new ReplyForm(
                type,
                inLines(),
                type.fields().get(0).name(),
                Reasons.FIRST,
                sheet.fence().mark());
    }
}
