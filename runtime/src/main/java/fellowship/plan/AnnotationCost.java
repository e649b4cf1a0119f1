package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the step of an annotator takes for one row, judge by judge. */
final class AnnotationCost {

    private final Plan plan;
    private final Upstream before;
    private final Map<String, Double> columns;
    private final Outlook outlook;

    /** @param columns tokens of each column */
    AnnotationCost(Plan plan, Upstream before, Map<String, Double> columns, Outlook outlook) {
        this.plan = plan;
        this.before = before;
        this.columns = columns;
        this.outlook = outlook;
    }

    /** By the judge's name, in the order the judges are declared in the annotator. */
    Map<String, Asked> of(Step step, Annotator annotator) {
        if (annotator instanceof Debate debate) {
            return new Talk(debate, name -> judgments(plan.judge(name).orElseThrow()), outlook, texts(step)).byJudge();
        }
        Map<String, Asked> all = new LinkedHashMap<>();
        for (Judge judge : plan.judgesOf(annotator.name())) {
            double share = annotator instanceof Jury jury && step instanceof Step.Compare ? asked(jury, judge) : 1;
            all.put(judge.name(), one(step, judge).times(share));
        }
        return all;
    }

    private Asked one(Step step, Judge judge) {
        Judgments judgments = judgments(judge);
        double count = Annotating.columns(step).isEmpty()
                ? outlook.drafts(before)
                : Annotating.columns(step).size();
        if (step instanceof Step.Compare) {
            return judgments.comparison(texts(step));
        }
        if (step instanceof Step.Rank rank) {
            double orders = rank.orders().isPresent() ? rank.orders().getAsInt() : count;
            return judgments.ranking(orders, count * answer());
        }
        return judgments.scores(count, count == 0 ? 0 : texts(step) / count);
    }

    private Judgments judgments(Judge judge) {
        return new Judgments(judge, columns, outlook);
    }

    /** Tokens of all candidates: of the columns, or of the drafts. */
    private double texts(Step step) {
        List<String> names = Annotating.columns(step);
        if (!names.isEmpty()) {
            return names.stream()
                    .mapToDouble(name -> columns.getOrDefault(name, 0.0))
                    .sum();
        }
        return (step instanceof Step.Compare ? 2 : outlook.drafts(before)) * answer();
    }

    private double answer() {
        return outlook.of(before.writers().stream()
                .flatMap(name -> plan.agent(name).stream())
                .map(agent -> Asked.reply(agent, outlook))
                .toList());
    }

    /** How often a juror is asked: always the first that can settle it, of the others none, half, all. */
    private double asked(Jury jury, Judge juror) {
        if (jury.sequence().isEmpty() || jury.jurors().indexOf(juror.name()) < fewest(jury)) {
            return 1;
        }
        return switch (outlook) {
            case LOW -> 0;
            case EXPECTED -> 0.5;
            case WORST -> 1;
        };
    }

    /** The fewest jurors, asked in order, after whom the verdict cannot change. */
    static int fewest(Jury jury) {
        if (jury.sequence().filter(sequence -> sequence.bound().isPresent()).isPresent()) {
            return 1;
        }
        if (jury.rule() == SettleRule.unanimous) {
            return Math.min(2, jury.jurors().size());
        }
        double rest =
                jury.jurors().stream().mapToDouble(name -> weight(jury, name)).sum();
        double lead = 0;
        for (int i = 0; i < jury.jurors().size(); i++) {
            double weight = weight(jury, jury.jurors().get(i));
            lead += weight;
            rest -= weight;
            if (lead > rest) {
                return i + 1;
            }
        }
        return jury.jurors().size();
    }

    private static double weight(Jury jury, String juror) {
        return jury.rule() == SettleRule.weighted ? jury.weights().getOrDefault(juror, 0.0) : 1;
    }
}
