package fellowship.plan;

import fellowship.text.Columns;
import java.util.ArrayList;
import java.util.List;

/** A plan as a table for people: agents, judges, steps. */
public final class PlanTable {

    private PlanTable() {}

    public static String of(Plan plan) {
        List<List<String>> players = new ArrayList<>();
        plan.agents()
                .forEach(agent -> players.add(List.of(
                        agent.name(),
                        "agent",
                        agent.model(),
                        agent.reply()
                                .map(reply -> "replies with " + reply.name())
                                .orElse("replies with text"))));
        plan.judges().forEach(judge -> players.add(List.of(judge.name(), "judge", judge.model(), how(judge))));
        List<List<String>> steps = new ArrayList<>();
        plan.steps()
                .forEach(step -> steps.add(
                        List.of(step.id(), StepTree.word(step), step.input().orElse("-"), detail(step))));
        return Columns.of(List.of("who", "is", "model", "how"), players)
                + "\n"
                + Columns.of(List.of("step", "does", "from", "what"), steps);
    }

    private static String how(Judge judge) {
        String form = judge.form() == Judge.Form.DIRECT ? "compares directly" : "scores out of " + judge.outOf();
        return form + (judge.bothOrders() ? ", both orders" : ", one order");
    }

    /** What a step does, in a few words. */
    static String detail(Step step) {
        if (step instanceof Step.Read read) {
            return String.join(", ", read.files()) + " ("
                    + String.join(", ", read.type().names()) + ")";
        }
        if (step instanceof Step.Filter filter) {
            return oneLine(filter.test().source());
        }
        if (step instanceof Step.Mapped map) {
            return "to " + String.join(", ", map.type().names());
        }
        if (step instanceof Step.Generate generate) {
            return generate.samples() + " by each of " + String.join(", ", generate.by());
        }
        if (step instanceof Step.Refine refine) {
            return refine.writer() + " with " + String.join(", ", refine.reviewers()) + ", at most "
                    + refine.atMost() + " drafts"
                    + refine.stopWhen()
                            .map(leaf -> ", stop when " + oneLine(leaf.source()))
                            .orElse("");
        }
        if (step instanceof Step.Score score) {
            return "by " + score.judge();
        }
        if (step instanceof Step.Compare compare) {
            String what = compare.columns().isEmpty() ? "drafts" : String.join(" with ", compare.columns());
            return what + " by " + compare.judge();
        }
        if (step instanceof Step.Pairs pairs) {
            return pairing(pairs.how())
                    + (pairs.minGap().isPresent()
                            ? ", gap " + Plain.number(pairs.minGap().getAsDouble()) + " or more"
                            : "");
        }
        Step.Into into = (Step.Into) step;
        return into.type().word() + " '" + into.name() + "'"
                + (into.atLeast().isPresent()
                        ? ", good from " + Plain.number(into.atLeast().getAsDouble())
                        : "");
    }

    private static String pairing(Step.Pairing how) {
        if (how instanceof Step.Pairing.Picked picked) {
            return picked.chosen() + " over " + picked.rejected();
        }
        return how instanceof Step.Pairing.Ranked ranked ? "ranks, " + ranked.ranks() : "winner over loser";
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
