package fellowship.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What chooses among rows has what it chooses by. */
final class SiftChecks {

    private final Plan plan;
    private final Problems problems;

    SiftChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check(Step.Sifting step, Optional<Upstream> before) {
        if (step instanceof Sift.Until until) {
            until(until);
        }
        if (before.isEmpty()) {
            return;
        }
        Upstream rows = before.get();
        if (step instanceof Sift.Gates gates) {
            gates(gates, rows);
        } else if (step instanceof Sift.Weak weak) {
            weakest(step, weak.share(), weak.below());
            strength(weak, rows);
        } else if (step instanceof Sift.Escalate escalate) {
            weakest(step, escalate.share(), escalate.below());
            escalate(escalate, rows);
        } else if (step instanceof Sift.Sample sample) {
            sample.share().ifPresent(share -> part(step, "share of sample", share));
        } else if (step instanceof Sift.Dedupe dedupe) {
            dedupe.near().ifPresent(near -> part(step, "similarity of dedupe", near));
        } else if (!rows.paired() && (step instanceof Sift.Refusals || step instanceof Sift.Margins)) {
            problems.error(step.at(), Sift.word(step) + " is for pairs; put a pairs before it");
        }
    }

    private void gates(Sift.Gates gates, Upstream rows) {
        if (gates.gates().isEmpty()) {
            problems.error(gates.at(), "these gates let everything through; name one: gates { residue(); whole() }");
        }
        gates.columns().stream()
                .filter(column -> rows.type().column(column).isEmpty())
                .forEach(column -> problems.unknown(
                        gates.at(), "column", column, rows.type().names()));
        if (!rows.paired()) {
            gates.gates().stream()
                    .filter(gate -> gate instanceof Gate.OwnFamily
                            || gate instanceof Gate.Apart
                            || gate instanceof Gate.Length length
                                    && length.ratio().isPresent())
                    .forEach(gate -> problems.error(
                            gates.at(),
                            "the gate '" + gate.rule() + "' as said here looks at two answers; put it after pairs"));
        }
        if (gates.columns().isEmpty() && rows.mostDrafts() < 1 && !rows.paired()) {
            problems.error(gates.at(), "gates of plain rows need columns: gates('prompt') { … }");
        }
    }

    private void weakest(Step.Sifting step, OptionalDouble share, OptionalDouble below) {
        share.ifPresent(part -> part(step, "share of " + Sift.word(step), part));
        if (share.isPresent() == below.isPresent()) {
            String word = Sift.word(step);
            problems.error(
                    step.at(),
                    word + " takes a share of all (share: 0.1) or a bound of strength (below: 0.5), one of the two");
        }
    }

    private void part(Step.Sifting step, String what, double part) {
        if (!(part > 0 && part <= 1)) {
            problems.error(step.at(), "the " + what + " must be above 0, up to 1, was " + Plain.number(part));
        }
    }

    private void strength(Sift.Weak weak, Upstream rows) {
        if (!rows.paired()) {
            problems.error(weak.at(), "weak is for pairs; put a pairs before it");
        } else if (!rows.scored() && !rows.compared()) {
            problems.error(
                    weak.at(),
                    "no pair has a strength here: nobody scored or compared the answers; put a score or compare before"
                            + " the pairs");
        }
        if (weak.fate() == Fate.keep) {
            problems.error(weak.at(), "weak drops, flips or softens pairs; to keep them leave it out");
        }
        margins(weak)
                .ifPresent(later -> problems.warning(
                        later.at(),
                        "margins tells the margin of each pair as it is; of softened ones the column p tells more"));
    }

    private Optional<Step> margins(Sift.Weak weak) {
        return weak.fate() == Fate.soften
                ? plan.steps().stream()
                        .filter(step -> step instanceof Sift.Margins margins
                                && margins.from().equals(weak.id()))
                        .findFirst()
                : Optional.empty();
    }

    private void escalate(Sift.Escalate escalate, Upstream rows) {
        if (!rows.compared()) {
            problems.error(escalate.at(), "escalate needs verdicts; put a compare before it");
        }
        Optional<Step> above = escalate.input().flatMap(plan::step);
        while (above.isPresent()) {
            if (Annotating.by(above.get()).filter(escalate.annotator()::equals).isPresent()) {
                problems.error(
                        escalate.at(),
                        "'" + escalate.annotator() + "' has judged these rows already; escalate to another annotator");
                return;
            }
            above = above.get().input().flatMap(plan::step);
        }
        if (plan.learns(escalate.annotator())) {
            problems.error(
                    escalate.at(),
                    "a jury that learns from all rows cannot be asked of some; give '" + escalate.annotator()
                            + "' another settle rule");
        }
    }

    private void until(Sift.Until until) {
        if (until.accepted() < 1) {
            problems.error(until.at(), "accepted must be 1 or more, was " + until.accepted());
        }
        for (Step step : below(until)) {
            if (plan.learns(step)) {
                problems.error(
                        until.at(),
                        "'" + step.id() + "' decides by all rows together, so until cannot count before it; put until"
                                + " after it");
            } else if (step instanceof Sift.Until) {
                problems.error(until.at(), "one until is enough: '" + step.id() + "' counts these rows too");
            }
        }
    }

    /** All steps that take their rows from this one, near or far. */
    private List<Step> below(Step step) {
        List<String> ids = new java.util.ArrayList<>(List.of(step.id()));
        List<Step> found = new java.util.ArrayList<>();
        for (Step each : plan.steps()) {
            if (each.inputs().stream().anyMatch(ids::contains)) {
                ids.add(each.id());
                found.add(each);
            }
        }
        return found;
    }
}
