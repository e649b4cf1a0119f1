package fellowship.script;

import fellowship.plan.Fate;
import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which texts a {@code pairs} prefers to which. */
final class Pairings {

    private final PlanBuilder plan;
    private final SourcePosition at;
    private final RowType columns;

    Pairings(PlanBuilder plan, SourcePosition at, RowType columns) {
        this.plan = plan;
        this.at = at;
        this.columns = columns;
    }

    Step.Pairing of(Map<String, ?> options) {
        if (options.get("ranks") instanceof Ranks ranks) {
            if (options.containsKey("chosen") || options.containsKey("rejected")) {
                plan.problems.error(
                        at, "pairs picks two drafts (chosen, rejected) or pairs them by rank (ranks), not both");
            }
            return new Step.Pairing.Ranked(ranks);
        }
        Object chosen = side("chosen", options.get("chosen"), Pick.best);
        Object rejected = side("rejected", options.get("rejected"), Pick.worst);
        if (chosen.equals(rejected) && chosen != Pick.random) {
            plan.problems.error(
                    at,
                    chosen instanceof Pick
                            ? "pairs needs two different drafts, was " + chosen + " twice"
                            : "pairs needs two different columns, was '" + chosen + "' twice");
        }
        if (chosen instanceof String one && rejected instanceof String other) {
            return new Step.Pairing.Labelled(one, other);
        }
        if (chosen instanceof String column) {
            return new Step.Pairing.Against(column, true, (Pick) rejected);
        }
        return rejected instanceof String column
                ? new Step.Pairing.Against(column, false, (Pick) chosen)
                : new Step.Pairing.Picked((Pick) chosen, (Pick) rejected);
    }

    /** A pick or the name of a column. */
    private Object side(String name, @Nullable Object said, Pick without) {
        if (said == null || said instanceof Pick) {
            return said == null ? without : said;
        }
        if (!(said instanceof CharSequence)) {
            plan.problems.error(
                    at, name + " takes best, worst, first, last, random or a column's name in quotes, was " + said);
            return without;
        }
        String column = said.toString();
        if (columns.column(column).isEmpty()) {
            plan.problems.error(
                    at,
                    name + " names column '" + column + "', but " + Vocabulary.a(columns.name()) + " has none"
                            + Hint.nearOrAll(column, columns.names(), "it has"));
        }
        return column;
    }

    static Fate ties(Map<String, ?> options, PlanBuilder plan, SourcePosition at) {
        Fate ties = options.get("ties") instanceof Fate said ? said : Fate.drop;
        if (ties != Fate.drop && ties != Fate.keep) {
            plan.problems.error(at, "ties are dropped or kept: pairs(ties: keep), was " + ties);
        }
        return ties;
    }
}
