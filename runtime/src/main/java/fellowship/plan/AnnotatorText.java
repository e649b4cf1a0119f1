package fellowship.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges, juries and debates in a few words. */
final class AnnotatorText {

    private AnnotatorText() {}

    /** Who, what, which model, how. */
    static List<String> row(Annotator annotator) {
        if (annotator instanceof Judge judge) {
            return List.of(judge.name(), "judge", judge.model(), judge(judge));
        }
        return annotator instanceof Jury jury
                ? List.of(jury.name(), "jury", "-", jury(jury))
                : List.of(annotator.name(), "debate", "-", debate((Debate) annotator));
    }

    private static String judge(Judge judge) {
        Marking marking = judge.marking();
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (marking.form()) {
                    case DIRECT -> "compares directly";
                    case COMBINED -> "scores " + marking.scale().words();
                    case INDEPENDENT -> "scores each alone " + marking.scale().words();
                    case EXPECTED -> "expected score " + marking.scale().words();
                    case TRUTH -> "how likely each is right";
                });
        if (!marking.rubric().isEmpty()) {
            parts.add("rubric of "
                    + marking.rubric().stream().map(Criterion::name).collect(Collectors.joining("/")));
        }
        if (marking.form().sideBySide()) {
            parts.add(orders(judge.orders()));
        }
        if (judge.samples() > 1) {
            parts.add(judge.samples() + " samples");
        }
        preparation(judge.preparation(), parts);
        if (judge.plants() > 0) {
            parts.add("plants " + Plain.number(judge.plants()));
        }
        return String.join(", ", parts);
    }

    private static void preparation(Preparation before, List<String> parts) {
        if (before.ownAnswer()) {
            parts.add("own answer first");
        }
        if (!before.contexts().isEmpty()) {
            parts.add(before.contexts().size() + " contexts");
        }
        if (!before.tools().isEmpty()) {
            parts.add("tools " + String.join("/", before.tools()) + ", " + before.mostUses() + " uses at most");
        }
    }

    private static String orders(Orders orders) {
        return !orders.both()
                ? "one order"
                : "both orders" + (orders.rule() == OrderRule.consistent ? "" : " (" + orders.rule() + ")");
    }

    private static String jury(Jury jury) {
        String jurors = jury.jurors().stream()
                .map(juror -> juror
                        + (jury.weights().containsKey(juror)
                                ? " " + Plain.number(jury.weights().get(juror))
                                : ""))
                .collect(Collectors.joining(", "));
        String sequence = jury.sequence()
                .map(some -> ", one at a time"
                        + (some.bound().isPresent()
                                ? " until " + Plain.number(some.bound().getAsDouble()) + " sure"
                                : ""))
                .orElse("");
        return jurors + "; " + jury.rule() + sequence;
    }

    private static String debate(Debate debate) {
        String seats = debate.seats().stream()
                .map(seat -> seat.judge() + " as " + seat.persona())
                .collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>();
        parts.add((debate.untilAgreed() ? "at most " : "")
                + debate.rounds()
                + (debate.rounds() == 1 ? " round" : " rounds"));
        if (!debate.firstVotes()) {
            parts.add("no first votes");
        } else if (debate.showFirstVotes()) {
            parts.add("first votes shown");
        }
        debate.closing().ifPresent(judge -> parts.add("closed by " + judge));
        parts.add(orders(debate.orders()));
        return seats + "; " + String.join(", ", parts);
    }
}
