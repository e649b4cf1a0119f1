package fellowship.plan;

import java.util.List;
import java.util.Map;

/** Those who judge get something to judge: drafts, columns or verdicts. */
final class CandidateChecks {

    private final Problems problems;
    private final Map<String, Upstream> after;

    CandidateChecks(Plan plan, Problems problems) {
        this.problems = problems;
        this.after = Upstream.of(plan);
    }

    void check(Step step) {
        Upstream rows = after.get(step.input().orElse(""));
        if (rows == null) {
            return;
        }
        if (step instanceof Step.Score score) {
            texts(score, "score", score.columns(), rows);
        } else if (step instanceof Step.Verify verify) {
            texts(verify, "verify", verify.columns(), rows);
        } else if (step instanceof Step.Compare compare) {
            compare(compare, rows);
        } else if (step instanceof Step.Rank rank) {
            rank(rank, rows);
        } else if (step instanceof Step.People people) {
            people(people, rows);
        }
    }

    private void texts(Step step, String word, List<String> columns, Upstream rows) {
        if (columns.isEmpty() && rows.mostDrafts() < 1) {
            problems.error(step.at(), word + " needs drafts; put a generate or refine before it");
        }
        columns(step, columns, rows);
    }

    private void columns(Step step, List<String> columns, Upstream rows) {
        columns.stream()
                .filter(column -> rows.type().column(column).isEmpty())
                .forEach(column -> problems.unknown(
                        step.at(), "column", column, rows.type().names()));
    }

    private void compare(Step.Compare compare, Upstream rows) {
        if (compare.columns().isEmpty()) {
            if (rows.leastDrafts() != 2 || rows.mostDrafts() != 2) {
                problems.error(
                        compare.at(),
                        "compare needs two drafts or two columns, but a row has " + rows.drafts()
                                + " here; generate two drafts, or name the columns that hold the candidates");
            }
            return;
        }
        if (compare.columns().size() != 2) {
            problems.error(compare.at(), "compare takes two columns, was " + String.join(", ", compare.columns()));
        }
        columns(compare, compare.columns(), rows);
    }

    private void rank(Step.Rank rank, Upstream rows) {
        if (rows.mostDrafts() < 2) {
            problems.error(
                    rank.at(),
                    "rank needs two drafts or more, but a row has " + rows.drafts() + " here; generate more");
        }
        rank.orders().ifPresent(orders -> {
            if (orders < 1) {
                problems.error(rank.at(), "the orders of rank must be 1 or more, was " + orders);
            } else if (orders > rows.mostDrafts() && rows.mostDrafts() > 1) {
                problems.error(
                        rank.at(),
                        "rank shows the drafts in " + orders + " orders, but a row has " + rows.drafts()
                                + " here and each stands in each place once; say orders: " + rows.mostDrafts()
                                + " or fewer");
            }
        });
    }

    private void people(Step.People people, Upstream rows) {
        if (!rows.compared()) {
            problems.error(people.at(), "people needs verdicts; put a compare before it");
        }
        if (!(people.share() > 0 && people.share() <= 1)) {
            problems.error(
                    people.at(), "the share of people must be above 0, up to 1, was " + Plain.number(people.share()));
        }
    }
}
