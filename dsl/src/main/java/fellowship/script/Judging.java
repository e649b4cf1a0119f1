package fellowship.script;

import fellowship.dsl.Judge;
import fellowship.dsl.Judged;
import fellowship.dsl.JudgedFlow;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One use of a judge. */
final class Judging<T> {

    private final PlanBuilder plan;
    private final Node input;
    private final RowType columns;
    private final Function<Row, T> task;

    Judging(PlanBuilder plan, Node input, RowType columns, Function<Row, T> task) {
        this.plan = plan;
        this.input = input;
        this.columns = columns;
        this.task = task;
    }

    JudgedFlow<T> compare(Judge judge, List<String> candidates, SourcePosition at) {
        check("compare", judge, at);
        Node step = plan.add(
                "compare", Optional.of(input), (id, from) -> new Step.Compare(id, from, judge.name(), candidates, at));
        return new BuiltJudged<>(plan, step, columns, row -> new Judged<>(task.apply(row), verdict(row)));
    }

    Node score(Judge judge, SourcePosition at) {
        check("score", judge, at);
        return plan.add(
                "score", Optional.of(input), (id, from) -> new Step.Score(id, from, judge.name(), List.of(), at));
    }

    private static fellowship.row.Verdict verdict(Row row) {
        return row.verdict().orElseThrow(() -> new IllegalStateException("this row has no verdict"));
    }

    private void check(String word, Judge judge, SourcePosition at) {
        BuiltJudge built = BuiltJudge.of(judge);
        if (built.templates().get("question").isEmpty()
                && !columns.columns().isEmpty()
                && columns.column("prompt").isEmpty()) {
            plan.problems.error(
                    built.plan().at(),
                    "judge '" + built.name() + "' asks about the column prompt, but " + Vocabulary.a(columns.name())
                            + " has none; say which: question '{{" + likely() + "}}'");
        }
        new Holes(plan.problems, word, at, columns)
                .check(built.name(), built.templates(), List.of("criteria", "question"), Holes.names(columns));
    }

    private String likely() {
        return columns.names().stream()
                .filter(name -> List.of("instruction", "question", "task").contains(name))
                .findFirst()
                .orElse("column");
    }
}
