package fellowship.script;

import fellowship.dsl.Annotator;
import fellowship.dsl.Judged;
import fellowship.dsl.JudgedFlow;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One use of an annotator. */
final class Judging<T> {

    private final PlanBuilder plan;
    private final Node input;
    private final RowType columns;
    private final Function<Row, T> task;
    private final SourcePosition at;

    Judging(PlanBuilder plan, Node input, RowType columns, Function<Row, T> task) {
        this.plan = plan;
        this.input = input;
        this.columns = columns;
        this.task = task;
        this.at = plan.origin.here();
    }

    JudgedFlow<T> compare(Annotator annotator, List<String> candidates) {
        check("compare", annotator);
        Node step = add("compare", (id, from) -> new Step.Compare(id, from, annotator.name(), candidates, at));
        return new BuiltJudged<>(plan, step, columns, task);
    }

    Node score(Annotator annotator, List<String> texts) {
        check("score", annotator);
        return add("score", (id, from) -> new Step.Score(id, from, annotator.name(), texts, at));
    }

    Node rank(Annotator judge, OptionalInt orders) {
        check("rank", judge);
        return add("rank", (id, from) -> new Step.Rank(id, from, judge.name(), orders, at));
    }

    Node verify(Annotator judge, List<String> texts) {
        check("verify", judge);
        return add("verify", (id, from) -> new Step.Verify(id, from, judge.name(), texts, at));
    }

    private Node add(String kind, PlanBuilder.Making making) {
        return plan.add(kind, Optional.of(input), making);
    }

    /** Whether the columns whose texts are judged are there and differ. */
    void columns(String word, List<String> names) {
        for (String column : names) {
            if (columns.column(column).isEmpty()) {
                plan.problems.error(
                        at,
                        word + " looks at column '" + column + "', but " + Vocabulary.a(columns.name()) + " has none"
                                + Hint.nearOrAll(column, columns.names(), "it has"));
            }
        }
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> plan.problems.error(at, word + " needs different columns, was '" + name + "' twice"));
    }

    static fellowship.row.Verdict verdict(Row row) {
        return row.verdict().orElseThrow(() -> new IllegalStateException("this row has no verdict"));
    }

    static <T> Judged<T> judged(Row row, Function<Row, T> task) {
        return new Judged<>(task.apply(row), verdict(row));
    }

    void check(String word, Annotator annotator) {
        BuiltAnnotator.of(annotator).judges().stream().distinct().forEach(judge -> check(word, judge));
    }

    private void check(String word, BuiltJudge judge) {
        plan.questions.choose(judge, columns);
        new Holes(plan.problems, word, at, columns)
                .check(judge.name(), judge.templates(), JudgeBuilder.templates(judge), Holes.names(columns));
    }
}
