package fellowship.plan;

import java.util.List;
import java.util.Optional;

/** Pairs are made of what is there. */
final class PairChecks {

    private final Problems problems;

    PairChecks(Problems problems) {
        this.problems = problems;
    }

    void check(Step.Pairs pairs, Optional<Upstream> before) {
        pairs.minGap().ifPresent(gap -> {
            if (!(gap >= 0)) {
                problems.error(pairs.at(), "minGap must be 0 or more, was " + Plain.number(gap));
            }
        });
        before.ifPresent(rows -> how(pairs, rows));
    }

    private void how(Step.Pairs pairs, Upstream rows) {
        if (pairs.how() instanceof Step.Pairing.Decided) {
            if (!rows.compared()) {
                problems.error(pairs.at(), "pairs of a winner and a loser need a verdict; put a compare before it");
            }
        } else if (pairs.how() instanceof Step.Pairing.Against against) {
            columns(pairs, List.of(against.column()), rows);
            if (rows.mostDrafts() < 1) {
                problems.error(
                        pairs.at(),
                        "pairs of a column and a draft need a draft; put a generate before it, or name two columns");
            }
            boolean byScore = against.other() == Pick.best || against.other() == Pick.worst;
            if (byScore && !rows.scored()) {
                scores(pairs);
            }
        } else if (pairs.how() instanceof Step.Pairing.Labelled labelled) {
            columns(pairs, List.of(labelled.chosen(), labelled.rejected()), rows);
        } else {
            ofDrafts(pairs, rows);
        }
    }

    private void columns(Step.Pairs pairs, List<String> columns, Upstream rows) {
        columns.stream()
                .filter(column -> rows.type().column(column).isEmpty())
                .forEach(column -> problems.unknown(
                        pairs.at(), "column", column, rows.type().names()));
    }

    private void ofDrafts(Step.Pairs pairs, Upstream rows) {
        if (rows.mostDrafts() < 2) {
            problems.error(
                    pairs.at(),
                    "pairs need two drafts or more, but a row has " + rows.drafts()
                            + " here; put a generate with samples, or a refine, before it");
            return;
        }
        if (pairs.how() instanceof Step.Pairing.Ranked ranked && ranked.ranks() == Ranks.revised) {
            if (!rows.revised()) {
                problems.error(
                        pairs.at(),
                        "ranks: revised pairs drafts with their revisions; put a refine or a revise before it");
            }
            return;
        }
        boolean byScore = !(pairs.how() instanceof Step.Pairing.Picked picked)
                || picked.byScore()
                || pairs.minGap().isPresent();
        if (byScore && !rows.scored()) {
            scores(pairs);
        } else if (byScore && rows.mostScored() < 2) {
            problems.error(
                    pairs.at(),
                    "pairs need two scored drafts, but only one is reviewed here; say reviewLast in the refine, or"
                            + " raise atMost");
        }
        if (pairs.how() instanceof Step.Pairing.Picked picked
                && picked.chosen() == picked.rejected()
                && picked.chosen() != Pick.random) {
            problems.error(
                    pairs.at(),
                    "chosen and rejected are both '" + picked.chosen() + "', the same draft; pick two that differ");
        }
    }

    private void scores(Step.Pairs pairs) {
        problems.error(
                pairs.at(),
                "pairs of drafts need scores; put a score before it, or give the reviewer a reply type with a number"
                        + " (record Review(double score, String feedback) {})");
    }
}
