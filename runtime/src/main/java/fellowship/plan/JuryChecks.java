package fellowship.plan;

import fellowship.text.Nearest;
import java.util.List;
import java.util.Optional;

/** A jury has jurors enough, and its rule can settle what they say. */
final class JuryChecks {

    private final Plan plan;
    private final Problems problems;

    JuryChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check(Jury jury) {
        String name = "jury '" + jury.name() + "'";
        List<String> jurors = jury.jurors();
        if (jurors.isEmpty()) {
            problems.error(jury.at(), name + " has nobody in it; say who votes: jurors strict, helpful");
        } else if (jurors.size() == 1) {
            problems.error(
                    jury.at(),
                    name + " has one juror; a jury needs two or more, else use judge '" + jurors.get(0) + "' itself");
        }
        jurors.stream()
                .filter(juror -> jurors.indexOf(juror) != jurors.lastIndexOf(juror))
                .distinct()
                .forEach(juror -> problems.error(
                        jury.at(), "'" + juror + "' sits in " + name + " twice; for more of one judge say samples"));
        weights(jury, name);
        sequence(jury, name);
        List<Judge> judges = plan.judgesOf(jury.name());
        if (jury.rule().scores()) {
            scores(jury, name, judges);
        }
        if (judges.size() > 1
                && judges.size() == jurors.size()
                && judges.stream().map(Judge::model).distinct().count() == 1) {
            problems.warning(
                    jury.at(),
                    "all jurors of " + name + " are one model, '"
                            + judges.get(0).model()
                            + "'; they err together, so their " + judges.size()
                            + " votes count for little more than one; bind them to different models");
        }
    }

    private void weights(Jury jury, String name) {
        if (jury.rule() != SettleRule.weighted) {
            if (!jury.weights().isEmpty()) {
                problems.error(
                        jury.at(),
                        name + " has weights but settles by " + jury.rule()
                                + "; say settle weighted, or take weights out");
            }
            return;
        }
        jury.jurors().stream()
                .filter(juror -> !jury.weights().containsKey(juror))
                .distinct()
                .forEach(juror -> problems.error(
                        jury.at(),
                        name + " settles by weights, but gives '" + juror + "' none; say weights " + juror + ": 1"));
        jury.weights().forEach((juror, weight) -> {
            if (!jury.jurors().contains(juror)) {
                problems.error(
                        jury.at(),
                        name + " gives a weight to '" + juror + "', who is no juror of it; "
                                + Nearest.hint(juror, jury.jurors()));
            }
            if (!(weight > 0)) {
                problems.error(
                        jury.at(),
                        "the weight of '" + juror + "' in " + name + " must be above 0, was " + Plain.number(weight));
            }
        });
    }

    private void sequence(Jury jury, String name) {
        if (jury.sequence().isEmpty()) {
            return;
        }
        if (jury.rule().scores() || jury.rule().learns()) {
            problems.error(
                    jury.at(),
                    name + " asks its jurors one at a time, but settles by " + jury.rule()
                            + ", where the last one can always change the verdict; take sequential out, or settle majority");
        }
        jury.sequence().get().bound().ifPresent(bound -> {
            if (!(bound > 0.5 && bound < 1)) {
                problems.error(jury.at(), "the bound of sequential must be above 0.5 and below 1, was " + bound);
            }
        });
    }

    /** Scores can be put together when all give them on one scale. */
    void scores(Annotator jury, String name, List<Judge> judges) {
        Optional<Judge> mute = judges.stream()
                .filter(judge -> judge.marking().form() == Marking.Form.DIRECT)
                .findFirst();
        if (mute.isPresent()) {
            problems.error(
                    jury.at(),
                    name + " settles scores, but juror '" + mute.get().name()
                            + "' compares directly and gives none; say scoring in it, or settle majority");
            return;
        }
        judges.stream()
                .filter(judge -> !scale(judge).equals(scale(judges.get(0))))
                .findFirst()
                .ifPresent(other -> problems.error(
                        jury.at(),
                        name + " settles scores, but '" + judges.get(0).name() + "' gives "
                                + scale(judges.get(0)).words() + " and '" + other.name() + "' gives "
                                + scale(other).words() + "; give them one scale, or settle majority"));
    }

    private static Scale scale(Judge judge) {
        return judge.marking().form() == Marking.Form.TRUTH
                ? Scale.between(0, 1)
                : judge.marking().scale();
    }
}
