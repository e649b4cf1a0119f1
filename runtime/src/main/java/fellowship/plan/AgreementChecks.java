package fellowship.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is held against each other says something of the same rows. */
final class AgreementChecks {

    private final Plan plan;
    private final Problems problems;
    private final Map<String, Upstream> after;

    AgreementChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.after = Upstream.of(plan);
    }

    void check() {
        plan.agreements().forEach(this::check);
    }

    private void check(Step.Agree agree) {
        String name = "agreement '" + agree.name() + "'";
        Agreement settings = agree.settings();
        if (agree.from().isEmpty()) {
            problems.error(agree.at(), name + " has no rows; give it rows with verdicts or scores");
        }
        agree.from().forEach(from -> annotated(agree, name, from));
        List<String> reads = agree.from().stream()
                .flatMap(from -> root(from).stream())
                .distinct()
                .toList();
        if (reads.size() > 1) {
            problems.error(
                    agree.at(),
                    name + " holds rows of '" + reads.get(0) + "' against rows of '" + reads.get(1)
                            + "'; all must come of one read");
        }
        if (settings.against().isEmpty()) {
            unknownRight(agree, name);
        }
        if (!(settings.level() > 0 && settings.level() < 1)) {
            problems.error(
                    agree.at(),
                    "the level of intervals must be above 0 and below 1, was " + Plain.number(settings.level()));
        }
        settings.resamples().ifPresent(count -> {
            if (count < 1) {
                problems.error(agree.at(), "resamples must be 1 or more, was " + count);
            }
        });
    }

    private void unknownRight(Step.Agree agree, String name) {
        if (agree.from().size() == 1) {
            problems.error(
                    agree.at(),
                    name
                            + " has one annotator and nothing to hold it against; say against { it.human }, or give it more"
                            + " rows");
        } else if (agree.settings().measures().contains(Agreement.Measure.classification)) {
            problems.error(
                    agree.at(), name + " asks for classification, which needs what is right; say against { it.human }");
        }
    }

    private void annotated(Step.Agree agree, String name, String from) {
        Upstream rows = after.get(from);
        if (rows != null && !rows.compared() && !rows.scored()) {
            problems.error(
                    agree.at(),
                    name + " needs verdicts or scored drafts, but the rows of '" + from
                            + "' have neither; put compare or score before it");
        }
    }

    /** The read that a step's rows come of. */
    private Optional<String> root(String id) {
        Optional<Step> step = plan.step(id);
        for (int depth = 0; step.isPresent() && depth <= plan.steps().size(); depth++) {
            if (step.get().input().isEmpty()) {
                return Optional.of(step.get().id());
            }
            step = step.get().input().flatMap(plan::step);
        }
        return Optional.empty();
    }
}
