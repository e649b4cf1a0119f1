package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row carries after a step, as far as the plan tells.
 *
 * @param type its columns
 * @param leastDrafts fewest drafts it may have
 * @param mostDrafts most drafts it may have
 * @param mostScored most drafts that may have a score
 * @param reviewed whether its drafts have critiques
 * @param compared whether it has a verdict
 * @param revised whether some of its drafts are revisions of others
 * @param paired whether it has a preference
 * @param writers the agents that wrote its drafts
 */
record Upstream(
        RowType type,
        int leastDrafts,
        int mostDrafts,
        int mostScored,
        boolean reviewed,
        boolean revised,
        boolean compared,
        boolean paired,
        Set<String> writers) {

    /** What is assumed of rows whose lists of drafts are as long as the input has them. */
    static final int MANY = 1000;

    static Upstream of(RowType type) {
        return new Upstream(type, 0, 0, 0, false, false, false, false, Set.of());
    }

    /** After each step of a plan, by the step's id. A step whose input is unknown is left out. */
    static Map<String, Upstream> of(Plan plan) {
        Map<String, Upstream> known = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            after(plan, step, step.input().map(known::get)).ifPresent(made -> known.putIfAbsent(step.id(), made));
        }
        return known;
    }

    private static Optional<Upstream> after(Plan plan, Step step, Optional<Upstream> before) {
        if (step instanceof Step.Read read) {
            return Optional.of(of(read.type()));
        }
        return before.map(rows -> rows.then(plan, step));
    }

    private Upstream then(Plan plan, Step step) {
        Optional<RowType> made = step.makes();
        if (made.isPresent()) {
            return of(made.get());
        }
        if (step instanceof Shape.Texts texts) {
            return texts(texts);
        }
        if (step instanceof Shape.Measure) {
            return new Upstream(
                    type, leastDrafts, mostDrafts, mostDrafts, reviewed, revised, compared, paired, writers);
        }
        if (step instanceof Shape.Choose) {
            return new Upstream(
                    type,
                    1,
                    Math.min(1, mostDrafts),
                    Math.min(1, mostScored),
                    reviewed,
                    revised,
                    compared,
                    paired,
                    writers);
        }
        if (step instanceof Shape.Review review) {
            int scored = scores(plan, review.reviewers()) ? mostDrafts : mostScored;
            return new Upstream(type, leastDrafts, mostDrafts, scored, true, revised, compared, paired, writers);
        }
        if (step instanceof Shape.Revise revise) {
            Set<String> by = new LinkedHashSet<>(writers);
            by.add(revise.writer());
            int most = mostDrafts == MANY ? MANY : 2 * mostDrafts;
            return new Upstream(type, 2 * leastDrafts, most, mostScored, reviewed, true, compared, paired, by);
        }
        if (step instanceof Step.Generate generate) {
            int more = generate.by().size() * Math.max(0, generate.samples());
            return written(more, more, Set.copyOf(generate.by()), 0, false);
        }
        if (step instanceof Step.Refine refine) {
            boolean scores = scores(plan, refine.reviewers());
            int most = Math.max(1, refine.atMost());
            int least = refine.stopWhen().isPresent() ? 1 : most;
            int scored = refine.reviewLast() ? most : most - 1;
            return written(least, most, Set.of(refine.writer()), scores ? scored : 0, true);
        }
        if (step instanceof Step.Score || step instanceof Step.Verify || step instanceof Step.Rank) {
            int texts = Annotating.columns(step).size();
            return texts > 0
                    ? written(texts, texts, Set.of(), texts, false)
                    : new Upstream(
                            type, leastDrafts, mostDrafts, mostDrafts, reviewed, revised, compared, paired, writers);
        }
        if (step instanceof Step.Compare) {
            return new Upstream(type, leastDrafts, mostDrafts, mostScored, reviewed, revised, true, paired, writers);
        }
        if (step instanceof Step.Pairs) {
            return new Upstream(type, leastDrafts, mostDrafts, mostScored, reviewed, revised, compared, true, writers);
        }
        if (step instanceof Sift.Gates gates && gates.columns().isEmpty() && !paired) {
            return new Upstream(
                    type,
                    Math.min(2, leastDrafts),
                    mostDrafts,
                    mostScored,
                    reviewed,
                    revised,
                    compared,
                    false,
                    writers);
        }
        return this;
    }

    /** How many drafts a row has, in words. */
    String drafts() {
        if (mostDrafts == 0) {
            return "no drafts";
        }
        return leastDrafts == mostDrafts
                ? mostDrafts + (mostDrafts == 1 ? " draft" : " drafts")
                : leastDrafts + " to " + mostDrafts + " drafts";
    }

    boolean scored() {
        return mostScored > 0;
    }

    /** A column that may hold a list makes as many drafts as it holds texts. */
    private Upstream texts(Shape.Texts texts) {
        boolean lists = texts.columns().stream()
                .flatMap(name -> type.column(name).stream())
                .anyMatch(column -> column.kind() == Column.Kind.LIST || column.kind() == Column.Kind.ANY);
        int count = texts.columns().size();
        return written(lists ? 1 : count, lists ? MANY : count, Set.of(), 0, false);
    }

    private static boolean scores(Plan plan, List<String> reviewers) {
        return reviewers.stream()
                .flatMap(name -> plan.agent(name).stream())
                .anyMatch(agent -> agent.reply().flatMap(reply -> reply.score()).isPresent());
    }

    /** New drafts take the place of old ones. */
    private Upstream written(int least, int most, Set<String> by, int scored, boolean critiques) {
        return new Upstream(type, least, most, scored, critiques, critiques, compared, paired, by);
    }
}
