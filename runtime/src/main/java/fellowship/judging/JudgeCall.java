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
import fellowship.prompt.AnswerReader;
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
import java.util.function.BiFunction;
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
        return alone(draft, sample, Optional.empty());
    }

    private Mono<Judgment> alone(Draft draft, int sample, Optional<String> told) {
        Shown shown = Shown.alone(draft);
        Form form = judge.marking().form();
        Wanted wanted = form == Form.EXPECTED || form == Form.TRUTH ? weighed() : marked(shown, false);
        return ask(shown, wanted, told, new Place(false, sample, sample));
    }

    /** What it says of two candidates, in one reply or in one for each. */
    Mono<Judgment> pair(Draft first, Draft second, boolean swapped, int sample) {
        return pair(first, second, swapped, sample, Optional.empty());
    }

    /** @param told what it is told after the candidates, for example what others said of them */
    Mono<Judgment> pair(Draft first, Draft second, boolean swapped, int sample, Optional<String> told) {
        if (judge.marking().form().sideBySide()) {
            Shown shown = Shown.pair(first, second, swapped);
            return ask(shown, marked(shown, swapped), told, new Place(swapped, sample, sample));
        }
        return Mono.zip(alone(first, sample, told), alone(second, sample, told), (a, b) -> both(a, b, swapped));
    }

    /** All candidates in order, seen from the {@code turn}-th row of the Latin square. */
    Mono<Judgment> ranking(List<Draft> drafts, int turn) {
        Shown shown = Shown.turned(drafts, turn);
        Wanted wanted = typed(Task.ranking(judge, shown), fields -> Said.of(Opinions.ranking(shown, fields)));
        return ask(shown, wanted, Optional.empty(), new Place(false, 0, turn));
    }

    /** Each step of a solution. */
    Mono<Judgment> steps(Draft draft, List<String> steps) {
        Shown shown = Shown.alone(Draft.given(draft.id(), Steps.numbered(steps)));
        Wanted wanted = typed(Task.steps(judge, steps.size()), fields -> Said.of(Opinions.steps(steps, fields)));
        return ask(shown, wanted, Optional.empty(), new Place(false, 0, 0));
    }

    /** What a reply's fields mean. */
    private record Said(Opinion opinion, Map<String, Opinion> parts, Map<String, Object> fields) {
        static Said of(Opinion opinion) {
            return new Said(opinion, Map.of(), Map.of());
        }
    }

    /**
     * What a judge is asked for.
     *
     * @param task in words, the form of the reply among them
     * @param question of a conversation that ends in the task
     * @param meaning of the reply's fields
     */
    private record Wanted(
            String task,
            BiFunction<List<Message>, Integer, Question<Map<String, Object>>> question,
            Function<Map<String, Object>, Said> meaning) {

        /** A reply that can be read but means nothing, such as a ranking that leaves one out, gets its repair turn too. */
        Question<Said> of(List<Message> messages, int draw) {
            Question<Map<String, Object>> bare = question.apply(messages, draw);
            AnswerReader<Said> reader = completion -> {
                Answer<Map<String, Object>> answer = bare.reader().read(completion);
                if (answer instanceof Answer.Unreadable<Map<String, Object>> unread) {
                    return new Answer.Unreadable<>(unread.raw(), unread.why());
                }
                Map<String, Object> fields = ((Answer.Read<Map<String, Object>>) answer).value();
                Said said = meaning.apply(fields);
                return said.opinion() instanceof Judgment.Unreadable unread
                        ? new Answer.Unreadable<>(completion.text(), unread.why())
                        : new Answer.Read<>(new Said(said.opinion(), said.parts(), fields));
            };
            return new Question<>(
                    bare.asker(),
                    bare.model(),
                    bare.sampling(),
                    bare.messages(),
                    bare.schema(),
                    bare.form(),
                    reader,
                    bare.draw());
        }
    }

    /** Which of the judgments of one row it is. */
    private record Place(boolean swapped, int sample, int draw) {}

    private Wanted marked(Shown shown, boolean swapped) {
        return typed(Task.of(judge, shown), fields -> {
            Map<String, Opinion> parts = Opinions.parts(judge, shown, swapped, fields);
            return new Said(Opinions.of(judge, shown, swapped, fields, parts), parts, fields);
        });
    }

    private Wanted typed(Task task, Function<Map<String, Object>, Said> meaning) {
        ReplyForm form = new ReplyForm(
                task.type(),
                inLines(),
                Task.RATIONALE,
                judge.marking().reasons(),
                sheet.fence().mark());
        return new Wanted(
                task.words() + "\n\n" + form.instruction(),
                (messages, draw) -> form.question(annotator, judge, messages, draw),
                meaning);
    }

    /** One option alone, weighed by the probabilities of all where they are told. */
    private Wanted weighed() {
        return new Wanted(
                ProbabilityReader.task(judge),
                (messages, draw) -> new Question<>(
                        annotator,
                        judge.model(),
                        ProbabilityReader.sampling(judge),
                        messages,
                        Optional.empty(),
                        ProbabilityReader.form(judge),
                        ProbabilityReader.of(judge),
                        draw),
                fields -> Said.of(Opinions.score(fields)));
    }

    private Mono<Judgment> ask(Shown shown, Wanted wanted, Optional<String> told, Place place) {
        return new Preparing(judge, sheet, asking, inLines()).prepare(shown).flatMap(ready -> {
            if (ready.failure().isPresent()) {
                return Mono.just(unreadable(ready.failure().get(), place, ready.done(), ready.replies()));
            }
            List<Message> messages = ready.with(turn(ready, shown, told, wanted.task()));
            return asking.ask(wanted.of(messages, place.draw())).map(asked -> judgment(asked, ready, place));
        });
    }

    private Judgment judgment(Asked<Said> asked, Preparing.State ready, Place place) {
        List<Reply> replies = ready.and(asked.replies());
        if (asked.answer() instanceof Answer.Unreadable<Said> unread) {
            return unreadable(unread.why(), place, ready.done(), replies);
        }
        Said said = ((Answer.Read<Said>) asked.answer()).value();
        return new Judgment(
                annotator,
                said.opinion(),
                place.swapped(),
                place.sample(),
                String.valueOf(said.fields().getOrDefault(Task.RATIONALE, "")),
                said.fields().get(Task.CERTAINTY) instanceof Number sure
                        ? OptionalDouble.of(sure.doubleValue() / 100)
                        : OptionalDouble.empty(),
                said.parts(),
                ready.done(),
                replies);
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

    /** Two judgments of one candidate each are one judgment of both. */
    private Judgment both(Judgment first, Judgment second, boolean swapped) {
        List<Reply> replies = new ArrayList<>(first.replies());
        replies.addAll(second.replies());
        if (first.opinion() instanceof Judgment.Score a && second.opinion() instanceof Judgment.Score b) {
            String rationale = first.rationale().isEmpty() && second.rationale().isEmpty()
                    ? ""
                    : "First: " + first.rationale() + "\nSecond: " + second.rationale();
            return new Judgment(
                    annotator,
                    new Judgment.Scores(a.value(), b.value()),
                    swapped,
                    first.sample(),
                    rationale,
                    mean(first.certainty(), second.certainty()),
                    Opinions.both(first.parts(), second.parts()),
                    first.deliberation(),
                    replies);
        }
        Opinion unread = first.readable() ? second.opinion() : first.opinion();
        return unreadable(
                unread instanceof Judgment.Unreadable why ? why.why() : "no score",
                new Place(swapped, first.sample(), first.sample()),
                first.deliberation(),
                replies);
    }

    private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    private Judgment unreadable(String why, Place place, Deliberation done, List<Reply> replies) {
        return new Judgment(
                annotator,
                new Judgment.Unreadable(why),
                place.swapped(),
                place.sample(),
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
