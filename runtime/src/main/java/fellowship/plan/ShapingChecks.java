package fellowship.plan;

import fellowship.prompt.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps that shape rows and drafts get what they need. */
final class ShapingChecks {

    private final Plan plan;
    private final Problems problems;
    private final Map<String, Upstream> after;

    ShapingChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.after = Upstream.of(plan);
    }

    /** Whether it was a step of these. */
    boolean check(Step step) {
        Optional<Upstream> rows = step.input().map(after::get);
        if (step instanceof Shape.Join join) {
            rows.ifPresent(before -> join(join, before));
        } else if (step instanceof Shape.Cross cross) {
            rows.ifPresent(before -> cross(cross, before));
        } else if (step instanceof Shape.Ask ask) {
            rows.ifPresent(before -> ask(ask, before));
        } else if (step instanceof Shape.Texts texts) {
            rows.ifPresent(before -> texts(texts, before));
        } else if (step instanceof Shape.Choose choose) {
            rows.ifPresent(before -> choose(choose, before));
        } else if (step instanceof Shape.Measure || step instanceof Shape.Review || step instanceof Shape.Revise) {
            rows.ifPresent(before -> drafts(step, before));
        } else {
            return step instanceof Shape.Explode;
        }
        return true;
    }

    private void join(Shape.Join join, Upstream before) {
        Optional<Column> left = before.type().column(join.by());
        Optional<Column> right = join.other().column(join.by());
        if (left.isEmpty()) {
            problems.unknown(join.at(), "column", join.by(), before.type().names());
        }
        if (right.isEmpty()) {
            problems.unknown(join.at(), "column", join.by(), join.other().names());
        }
        if (left.isPresent()
                && right.isPresent()
                && left.get().kind() != right.get().kind()) {
            problems.error(
                    join.at(),
                    "join compares the column '" + join.by() + "', which is no value of one kind in the rows and in "
                            + join.other().name());
        }
        join.type().names().stream()
                .filter(name -> !name.equals(join.by()))
                .filter(name -> before.type().column(name).isPresent()
                        && join.other().column(name).isPresent())
                .forEach(name -> problems.error(
                        join.at(),
                        "the rows and " + join.other().name() + " both have the column '" + name
                                + "'; give one of them another name with a map before the join"));
        Set<String> known = new LinkedHashSet<>(before.type().names());
        known.addAll(join.other().names());
        columns(join, join.type(), known);
    }

    private void cross(Shape.Cross cross, Upstream before) {
        Set<String> known = new LinkedHashSet<>(before.type().names());
        known.addAll(cross.values().keySet());
        columns(cross, cross.type(), known);
        cross.values().forEach((column, values) -> {
            if (values.isEmpty()) {
                problems.error(cross.at(), "cross has no value for the column '" + column + "', so no row would come");
            }
            if (cross.type().column(column).isEmpty()) {
                problems.error(
                        cross.at(),
                        "cross fills the column '" + column + "', but the record "
                                + cross.type().name() + " has none of that name");
            }
        });
    }

    private void ask(Shape.Ask ask, Upstream before) {
        if (ask.samples() < 1) {
            problems.error(ask.at(), "samples must be 1 or more, was " + ask.samples());
        }
        Set<String> known = new LinkedHashSet<>(before.type().names());
        ask.into().ifPresent(known::add);
        plan.agent(ask.agent()).stream()
                .flatMap(agent -> agent.reply().stream())
                .flatMap(reply -> reply.fields().stream())
                .map(Field::name)
                .forEach(known::add);
        columns(ask, ask.type(), known);
    }

    private void columns(Step step, RowType type, Set<String> known) {
        type.names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.error(
                        step.at(),
                        "nothing fills the column '" + name + "' of " + type.name() + "; known there: "
                                + String.join(", ", known)));
    }

    private void texts(Shape.Texts texts, Upstream before) {
        if (texts.columns().isEmpty()) {
            problems.error(texts.at(), "drafts needs the columns that hold them: drafts('answer')");
        }
        List<String> seen = new ArrayList<>();
        for (String column : texts.columns()) {
            if (before.type().column(column).isEmpty()) {
                problems.unknown(texts.at(), "column", column, before.type().names());
            } else if (seen.contains(column)) {
                problems.error(texts.at(), "drafts needs different columns, was '" + column + "' twice");
            }
            seen.add(column);
        }
    }

    private void choose(Shape.Choose choose, Upstream before) {
        drafts(choose, before);
        boolean scores = choose.pick() == Pick.best || choose.pick() == Pick.worst;
        if (scores && before.mostDrafts() > 0 && !before.scored()) {
            problems.error(
                    choose.at(),
                    "choose(" + choose.pick() + ") needs scores; put a measure, a score, a rank or a review before it");
        }
    }

    private void drafts(Step step, Upstream before) {
        if (before.mostDrafts() < 1) {
            problems.error(
                    step.at(),
                    StepTree.word(step) + " needs drafts; put a generate, a refine or drafts('COLUMN') before it");
        }
    }
}
