package fellowship.plan;

import fellowship.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        plan.annotators().forEach(annotator -> players.add(AnnotatorText.row(annotator)));
        List<List<String>> steps = new ArrayList<>();
        plan.steps()
                .forEach(step -> steps.add(List.of(
                        step.id(),
                        StepTree.word(step),
                        step.inputs().isEmpty() ? "-" : oneLine(String.join(", ", step.inputs())),
                        detail(step))));
        return Columns.of(List.of("who", "is", "model", "how"), players)
                + "\n"
                + Columns.of(List.of("step", "does", "from", "what"), steps);
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
            String what = score.columns().isEmpty() ? "drafts" : String.join(", ", score.columns());
            return what + " by " + score.annotator();
        }
        if (step instanceof Step.Compare compare) {
            String what = compare.columns().isEmpty() ? "drafts" : String.join(" with ", compare.columns());
            return what + " by " + compare.annotator();
        }
        if (step instanceof Step.Rank rank) {
            return "drafts by " + rank.annotator()
                    + (rank.orders().isPresent() ? ", in " + rank.orders().getAsInt() + " orders" : "");
        }
        if (step instanceof Step.Verify verify) {
            String what = verify.columns().isEmpty() ? "drafts" : String.join(", ", verify.columns());
            return what + " step by step by " + verify.annotator();
        }
        if (step instanceof Step.People people) {
            return "the " + Plain.number(100 * people.share()) + " % that judges disagree on most";
        }
        if (step instanceof Step.Agree agree) {
            return AgreementText.of(agree);
        }
        if (step instanceof Step.Sifting sift) {
            return sift.detail();
        }
        Optional<String> shaping = ShapingText.of(step);
        if (shaping.isPresent()) {
            return shaping.get();
        }
        if (step instanceof Step.Pairs pairs) {
            return pairing(pairs.how())
                    + (pairs.minGap().isPresent()
                            ? ", gap " + Plain.number(pairs.minGap().getAsDouble()) + " or more"
                            : "")
                    + (pairs.ties() == Fate.keep ? ", ties kept" : "");
        }
        Step.Into into = (Step.Into) step;
        return into.type().word() + " '" + into.name() + "'"
                + (into.atLeast().isPresent()
                        ? ", good from " + Plain.number(into.atLeast().getAsDouble())
                        : "")
                + into.by()
                        .map(columns ->
                                ", with a table" + (columns.isEmpty() ? "" : " by " + String.join(", ", columns)))
                        .orElse("");
    }

    private static String pairing(Step.Pairing how) {
        if (how instanceof Step.Pairing.Picked picked) {
            return picked.chosen() + " over " + picked.rejected();
        }
        if (how instanceof Step.Pairing.Against against) {
            return against.chosen()
                    ? "column " + against.column() + " over " + against.other()
                    : against.other() + " over column " + against.column();
        }
        if (how instanceof Step.Pairing.Labelled labelled) {
            return "column " + labelled.chosen() + " over column " + labelled.rejected();
        }
        return how instanceof Step.Pairing.Ranked ranked ? "ranks, " + ranked.ranks() : "winner over loser";
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
