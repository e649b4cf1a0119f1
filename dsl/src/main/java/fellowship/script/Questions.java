package fellowship.script;

import fellowship.plan.Brief;
import fellowship.plan.Judge;
import fellowship.plan.RowType;
import fellowship.prompt.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column a judge asks about that names none: {@code prompt}, else what data sets call it most. */
final class Questions {

    private static final List<String> COLUMNS = List.of("prompt", "instruction", "question", "task");

    private final Problems problems;
    private final Map<String, String> chosen = new HashMap<>();

    Questions(Problems problems) {
        this.problems = problems;
    }

    /** Chooses for a judge that is asked of these rows; what it cannot choose is told. */
    void choose(BuiltJudge judge, RowType rows) {
        if (judge.templates().get("question").isPresent() || rows.columns().isEmpty()) {
            return;
        }
        Optional<String> column =
                COLUMNS.stream().filter(name -> rows.column(name).isPresent()).findFirst();
        if (column.isEmpty()) {
            problems.error(
                    judge.plan().at(),
                    "judge '" + judge.name() + "' asks about the column prompt, but " + Vocabulary.a(rows.name())
                            + " has none; say which: question '{{column}}'");
            return;
        }
        String before = chosen.putIfAbsent(judge.name(), column.get());
        if (before != null && !before.equals(column.get())) {
            problems.error(
                    judge.plan().at(),
                    "judge '" + judge.name() + "' is asked of rows with " + before + " and of rows with " + column.get()
                            + "; say which: question '{{" + before + "}}', or declare two judges");
        }
    }

    /** The judge with what was chosen for it. */
    Judge settled(Judge judge) {
        String column = chosen.get(judge.name());
        if (column == null) {
            return judge;
        }
        Brief brief = judge.brief();
        return judge.with(new Brief(
                brief.criteria(), PromptTemplate.parse("{{" + column + "}}"), brief.reference(), brief.persona()));
    }
}
