package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.plan.Annotator;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.seam.Dice;

/** The one table from a kind of annotator to how it comes to a verdict. */
public final class Annotators {

    private final Plan plan;
    private final Asking asking;
    private final Dice dice;

    public Annotators(Plan plan, Asking asking) {
        this.plan = plan;
        this.asking = asking;
        this.dice = Dice.of(plan.seed());
    }

    /**
     * @param name of a judge, a jury or a debate
     * @param settled what its rule learned from all rows; {@link Settled#nothing()} for one that does not learn
     */
    public Comparing comparing(String name, Settled settled) {
        Annotator annotator = plan.annotator(name).orElseThrow();
        if (annotator instanceof Judge judge) {
            return new JudgeComparing(judge, asking, dice);
        }
        if (annotator instanceof Jury jury) {
            return new JuryComparing(jury, plan.judgesOf(name), asking, dice, settled);
        }
        return new DebateComparing(
                (Debate) annotator, judge -> plan.judge(judge).orElseThrow(), asking, dice);
    }

    /** How a judge or a jury scores drafts one by one. */
    public Scoring scoring(String name) {
        return new Scoring(plan.annotator(name).orElseThrow(), plan.judgesOf(name), asking, dice);
    }

    public Ranking ranking(String name) {
        return new Ranking(plan.judge(name).orElseThrow(), asking, dice);
    }

    public Verifying verifying(String name) {
        return new Verifying(plan.judge(name).orElseThrow(), asking, dice);
    }

    /** What a row adds to what is learned from all of them. */
    public static Observation observation(fellowship.row.Row row) {
        return Observation.of(row.id(), row.verdict().orElseThrow());
    }
}
