package fellowship.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something is read, something is written, and each data set gets the rows its kind needs. */
final class OutputChecks {

    private final Plan plan;
    private final Problems problems;

    OutputChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check() {
        if (plan.sources().isEmpty()) {
            problems.error(problems.script(), "the workflow reads nothing; begin with read(TYPE, 'FILE.jsonl')");
        }
        if (plan.outputs().isEmpty() && plan.agreements().isEmpty()) {
            problems.error(
                    problems.script(), "the workflow writes nothing; end with .into dpo('NAME') or another data set");
        }
        Map<String, Upstream> after = Upstream.of(plan);
        for (Step.Into into : plan.outputs()) {
            Upstream rows = after.get(into.from());
            if (rows != null) {
                output(into, rows);
            }
        }
    }

    private void output(Step.Into into, Upstream rows) {
        switch (into.type()) {
            case DPO ->
                need(
                        rows.paired() || rows.compared() || has(rows, "chosen", "rejected"),
                        into,
                        "chosen and rejected answers; put pairs or compare before it, or a map to a record with the"
                                + " columns prompt, chosen and rejected");
            case CRITIQUES -> need(rows.reviewed(), into, "drafts with critiques; put a refine or a review before it");
            case SFT ->
                need(
                        rows.mostDrafts() > 0 || rows.paired() || rows.compared() || has(rows, "completion"),
                        into,
                        "answers; put a generate or refine before it, or a map to a record with the columns prompt and"
                                + " completion");
            case KTO -> kto(into, rows);
            case JSONL ->
                into.by().orElse(List.of()).stream()
                        .filter(column -> rows.type().column(column).isEmpty())
                        .forEach(column -> problems.unknown(
                                into.at(), "column", column, rows.type().names()));
        }
        if (into.type() != DatasetType.KTO && into.atLeast().isPresent()) {
            problems.warning(into.at(), "atLeast is for kto; " + into.type().word() + " does not use it");
        }
    }

    private void kto(Step.Into into, Upstream rows) {
        if (tiesKept(into)) {
            need(
                    into.atLeast().isPresent(),
                    into,
                    "the score from which an answer is good, since ties are kept; say kto('" + into.name()
                            + "', atLeast: …)");
            return;
        }
        if (rows.paired() || rows.compared()) {
            if (into.atLeast().isPresent()) {
                problems.warning(
                        into.at(), "kto labels come from the pairs here; atLeast is for kto from scored drafts");
            }
            return;
        }
        if (rows.mostDrafts() == 0 && has(rows, "completion", "label")) {
            return;
        }
        need(
                rows.mostDrafts() > 0,
                into,
                "answers; put pairs, or drafts with scores, before it, or a map to a record with the columns prompt,"
                        + " completion and label");
        if (rows.mostDrafts() > 0) {
            need(rows.scored(), into, "scored drafts; put a score before it, or make pairs");
            need(
                    into.atLeast().isPresent(),
                    into,
                    "the score from which a draft is good; say kto('" + into.name() + "', atLeast: …)");
        }
    }

    private boolean tiesKept(Step.Into into) {
        Optional<Step> above = plan.step(into.from());
        while (above.isPresent()) {
            if (above.get() instanceof Step.Pairs pairs) {
                return pairs.ties() == Fate.keep;
            }
            above = above.get().input().flatMap(plan::step);
        }
        return false;
    }

    private static boolean has(Upstream rows, String... columns) {
        return rows.type().names().containsAll(List.of(columns));
    }

    private void need(boolean there, Step.Into into, String what) {
        if (!there) {
            problems.error(into.at(), into.type().word() + "('" + into.name() + "') needs " + what);
        }
    }
}
