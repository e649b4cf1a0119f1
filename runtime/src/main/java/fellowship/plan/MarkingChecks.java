package fellowship.plan;

import fellowship.chat.Sampling;
import fellowship.tool.Tools;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What each judge is asked for can be said, read and counted. */
final class MarkingChecks {

    /** The widest scale whose numbers a provider can tell the probabilities of. */
    private static final double WIDEST = 20;

    private static final Pattern CRITERION = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final Problems problems;

    MarkingChecks(Problems problems) {
        this.problems = problems;
    }

    void check(Judge judge) {
        scale(judge);
        rubric(judge);
        samples(judge);
        preparation(judge);
        orders(judge);
        if (!(judge.plants() >= 0 && judge.plants() <= 1)) {
            problems.error(judge.at(), "plants must be a share, 0 to 1, was " + judge.plants());
        }
    }

    private void scale(Judge judge) {
        Scale scale = judge.marking().scale();
        if (!(scale.least() < scale.most()) || scale.levels().size() == 1) {
            problems.error(judge.at(), "a scale needs two scores or more");
        } else if (judge.marking().form() == Marking.Form.EXPECTED && !tokens(scale)) {
            problems.error(
                    judge.at(),
                    "judge '" + judge.name() + "' takes an expected score, which needs whole numbers that are at most "
                            + Plain.number(WIDEST) + " apart, was " + scale.words()
                            + "; say expectedScore(from: 0, to: 9)");
        }
    }

    private static boolean tokens(Scale scale) {
        return scale.levels().isEmpty()
                && scale.least() == Math.rint(scale.least())
                && scale.most() == Math.rint(scale.most())
                && scale.most() - scale.least() <= WIDEST;
    }

    private void rubric(Judge judge) {
        List<String> names =
                judge.marking().rubric().stream().map(Criterion::name).toList();
        for (Criterion criterion : judge.marking().rubric()) {
            if (!CRITERION.matcher(criterion.name()).matches()) {
                problems.error(
                        judge.at(),
                        "the criterion '" + criterion.name() + "' of judge '" + judge.name()
                                + "' needs a name of letters, digits and _; what it asks comes after it");
            }
            if (!(criterion.weight() > 0)) {
                problems.error(
                        judge.at(),
                        "the weight of criterion '" + criterion.name() + "' must be above 0, was "
                                + Plain.number(criterion.weight()));
            }
        }
        twice(judge, "criterion", names);
        Marking.Form form = judge.marking().form();
        if (!names.isEmpty() && (form == Marking.Form.DIRECT || form == Marking.Form.TRUTH)) {
            problems.error(
                    judge.at(),
                    "judge '" + judge.name() + "' has a rubric, whose criteria are scored, but "
                            + (form == Marking.Form.DIRECT ? "compares directly" : "says how likely each is right")
                            + "; say scoring, or write the criteria in criteria '…'");
        }
    }

    private void twice(Judge judge, String what, List<String> names) {
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> problems.error(
                        judge.at(),
                        "the " + what + " '" + name + "' of judge '" + judge.name() + "' stands there twice"));
    }

    private void samples(Judge judge) {
        if (judge.samples() < 1) {
            problems.error(judge.at(), "samples must be 1 or more, was " + judge.samples());
        }
        Sampling sampling = judge.sampling();
        if (judge.samples() > 1
                && sampling.temperature().isPresent()
                && sampling.temperature().getAsDouble() == 0) {
            problems.warning(
                    judge.at(),
                    "judge '" + judge.name() + "' takes " + judge.samples()
                            + " samples at temperature 0, which will be much the same; raise the temperature, or take samples"
                            + " out");
        }
    }

    private void preparation(Judge judge) {
        Preparation before = judge.preparation();
        if (before.contexts().size() == 1) {
            problems.error(
                    judge.at(),
                    "judge '" + judge.name()
                            + "' has one context and nothing to choose; give two or more, or say criteria");
        }
        if (!before.tools().isEmpty()) {
            Set<String> known = Tools.known().keySet();
            before.tools().stream()
                    .filter(tool -> !known.contains(tool))
                    .forEach(tool -> problems.unknown(judge.at(), "tool", tool, known));
            twice(judge, "tool", before.tools());
            if (before.mostUses() < 1) {
                problems.error(judge.at(), "tools are used at most 1 time or more, was " + before.mostUses());
            }
        }
        Marking.Form form = judge.marking().form();
        if ((form == Marking.Form.EXPECTED || form == Marking.Form.TRUTH)
                && (before.ownAnswer() || !before.tools().isEmpty())) {
            problems.error(
                    judge.at(),
                    "judge '" + judge.name()
                            + "' is asked for one number or word whose probability is read, so it cannot "
                            + (before.ownAnswer() ? "answer the question first" : "use tools")
                            + "; say scoringAlone for a free reply");
        }
    }

    private void orders(Judge judge) {
        if (judge.orders().both()
                && judge.orders().rule() == OrderRule.average
                && judge.marking().form() == Marking.Form.DIRECT) {
            problems.error(
                    judge.at(),
                    "judge '" + judge.name()
                            + "' chooses without scores, so bothOrders(average) has nothing to average; say scoring, or"
                            + " bothOrders(swapSum)");
        }
    }
}
