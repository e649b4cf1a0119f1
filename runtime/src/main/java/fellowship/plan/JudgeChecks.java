package fellowship.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Annotators can do what is asked of them, and nobody judges its own model's work unnoticed. */
final class JudgeChecks {

    private final Plan plan;
    private final Problems problems;

    JudgeChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check() {
        annotators();
        Map<String, Upstream> after = Upstream.of(plan);
        for (Step step : plan.steps()) {
            Optional<Annotator> annotator = Annotating.by(step).flatMap(plan::annotator);
            Optional<Upstream> rows = step.input().map(after::get);
            annotator.ifPresent(asked -> form(step, asked));
            if (annotator.isPresent()
                    && rows.isPresent()
                    && Annotating.columns(step).isEmpty()) {
                ownWork(step, annotator.get(), rows.get());
            }
        }
        errorTypes();
    }

    /** What is wrong with annotators whatever they are asked. */
    void annotators() {
        MarkingChecks markings = new MarkingChecks(problems);
        plan.judges().forEach(markings::check);
        MemberChecks members = new MemberChecks(plan, problems);
        for (Annotator annotator : plan.annotators()) {
            members.check(annotator);
            if (annotator instanceof Jury jury) {
                new JuryChecks(plan, problems).check(jury);
            } else if (annotator instanceof Debate debate) {
                new DebateChecks(plan, problems).check(debate);
            }
        }
    }

    private void form(Step step, Annotator annotator) {
        if (step instanceof Step.Score) {
            scores(step, annotator);
        } else if (step instanceof Step.Rank
                && annotator instanceof Judge judge
                && !judge.marking().form().sideBySide()) {
            problems.error(
                    step.at(),
                    "judge '" + judge.name()
                            + "' looks at one candidate at a time and cannot rank; say scoring or directComparison in it");
        }
    }

    private void scores(Step step, Annotator annotator) {
        if (annotator instanceof Judge judge && judge.marking().form() == Marking.Form.DIRECT) {
            problems.error(
                    step.at(),
                    "judge '" + judge.name() + "' compares two answers directly and gives no scores;"
                            + " say 'scoring outOf: 10' in it");
        } else if (annotator instanceof Debate) {
            problems.error(
                    step.at(),
                    "debate '" + annotator.name()
                            + "' decides between two candidates and gives no scores; score with a judge or a jury");
        } else if (annotator instanceof Jury jury && !jury.rule().scores()) {
            if (jury.rule() != SettleRule.weighted) {
                problems.error(
                        step.at(),
                        "jury '" + jury.name() + "' settles by " + jury.rule()
                                + ", which counts votes; to score with it say settle meanScore, medianScore or weighted");
            } else {
                new JuryChecks(plan, problems).scores(jury, "jury '" + jury.name() + "'", plan.judgesOf(jury.name()));
            }
        }
    }

    private void ownWork(Step step, Annotator annotator, Upstream rows) {
        List<Agent> writers = new TreeSet<>(rows.writers())
                .stream().flatMap(name -> plan.agent(name).stream()).toList();
        List<Judge> judges = plan.judgesOf(annotator.name());
        Set<String> models = judges.stream().map(Judge::model).collect(Collectors.toSet());
        for (Judge judge : judges) {
            writers.stream()
                    .filter(writer -> writer.model().equals(judge.model()))
                    .findFirst()
                    .ifPresent(
                            writer -> problems.warning(step.at(), favour(annotator, judge, writer, models.size() > 1)));
        }
        if (annotator instanceof Jury jury
                && jury.rule() == SettleRule.peerRank
                && writers.stream().map(Agent::model).noneMatch(models::contains)) {
            problems.warning(
                    step.at(),
                    "jury '" + jury.name()
                            + "' settles by peerRank, which weighs jurors by how they fare as writers, but"
                            + " no juror's model writes here, so that all weigh the same");
        }
    }

    private static String favour(Annotator annotator, Judge judge, Agent writer, boolean others) {
        if (annotator instanceof Jury jury && jury.family() == Jury.FamilyRule.exclude && others) {
            return "juror '" + judge.name() + "' and writer '" + writer.name() + "' are one model, '" + judge.model()
                    + "'; it is not asked where '" + writer.name() + "' wrote a candidate";
        }
        return "judge '" + judge.name() + "' and writer '" + writer.name() + "' are one model, '" + judge.model()
                + "'; judges favour what they wrote themselves, bind the judge to another one";
    }

    private void errorTypes() {
        Set<String> verifying = plan.steps().stream()
                .filter(Step.Verify.class::isInstance)
                .map(step -> ((Step.Verify) step).annotator())
                .collect(Collectors.toSet());
        plan.judges().stream()
                .filter(judge -> !judge.errorTypes().isEmpty() && !verifying.contains(judge.name()))
                .forEach(judge -> problems.warning(
                        judge.at(),
                        "judge '" + judge.name()
                                + "' has errorTypes, which only verify asks for; verify with it, or take them out"));
    }
}
