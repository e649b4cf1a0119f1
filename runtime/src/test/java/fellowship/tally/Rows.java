package fellowship.tally;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Usage;
import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Column;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Judged rows by hand. */
public final class Rows {

    public static final SourcePosition AT = new SourcePosition("judged.groovy", 1, 1);

    private Rows() {}

    public static Plan plan(List<? extends Annotator> annotators, Step... steps) {
        List<Step> all = new ArrayList<>();
        all.add(new Step.Read(
                "items",
                List.of("items.jsonl"),
                new RowType(
                        "Item", List.of(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT))),
                AT));
        all.addAll(List.of(steps));
        return new Plan(
                "judged",
                "Judges compare two answers.",
                List.of(),
                Map.of(),
                new Budget(OptionalDouble.empty(), OptionalLong.empty()),
                7,
                List.of(),
                List.copyOf(annotators),
                all);
    }

    public static Judge judge(String name) {
        return Judge.standard(name, "scripted:" + name, AT);
    }

    public static Step.Compare compare(String annotator) {
        return new Step.Compare("by-" + annotator, "items", annotator, List.of(), AT);
    }

    public static Row row(int ordinal) {
        return Row.of(new Sample(
                ordinal,
                "q" + ordinal,
                "items.jsonl:" + (ordinal + 1),
                Map.of("id", "q" + ordinal, "prompt", "Question " + ordinal + "?")));
    }

    public static Reply reply(String agent, String model, String text, String call) {
        return new Reply(
                agent,
                ModelRef.parse("local:" + model),
                List.of(Message.user("…")),
                new Completion(
                        text, Optional.empty(), Finish.COMPLETE, Usage.of(100, 20), model, Optional.empty(), List.of()),
                call);
    }

    public static Draft written(String id, String agent, String model, String text) {
        return Draft.written(id, reply(agent, model, text, agent + id + text.hashCode()));
    }

    /** A judgment that came as a model's reply. */
    public static Judgment said(String judge, String model, Judgment.Opinion opinion, boolean swapped, String call) {
        return new Judgment(
                judge,
                opinion,
                swapped,
                0,
                "Because.",
                OptionalDouble.empty(),
                Map.of(),
                Deliberation.NONE,
                List.of(reply(judge, model, "{}", call)));
    }

    public static Judgment choice(String judge, Outcome outcome, boolean swapped) {
        return Judgment.of(judge, new Judgment.Choice(outcome)).withSwapped(swapped);
    }

    /** A lone judge that saw both orders: what it said with the first shown first, and with the second shown first. */
    public static Verdict both(String judge, Draft first, Draft second, Outcome straight, Outcome exchanged) {
        boolean flipped = straight != exchanged && straight != Outcome.TIE && exchanged != Outcome.TIE;
        Outcome outcome = straight == exchanged ? straight : Outcome.TIE;
        return Verdict.of(
                judge,
                first,
                second,
                outcome,
                outcome == Outcome.TIE ? 0 : 1,
                flipped,
                List.of(choice(judge, straight, false), choice(judge, exchanged, true)));
    }

    public static RowResult judged(Row row, RowResult.Judged... judged) {
        return new RowResult(
                row.sample(), List.of(), List.of(judged), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static RowResult.Judged verdict(Row row, Verdict verdict) {
        return new RowResult.Judged(compare(verdict.by()), row.withVerdict(verdict));
    }

    public static RowResult rejected(Row row, String step, String reason, String... calls) {
        return new RowResult(
                row.sample(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Rejection(step, reason, "the answer could not be read", "", List.of(calls))));
    }
}
