package fellowship.plan;

import java.util.List;

/** Judges, juries and debates in a few words. */
final class AnnotatorText {

    private AnnotatorText() {}

    /** Who, what, which model, how. */
    static List<String> row(Annotator annotator) {
        if (annotator instanceof Judge judge) {
            return List.of(judge.name(), "judge", judge.model(), judge(judge));
        }
        if (annotator instanceof Jury jury) {
            return List.of(jury.name(), "jury", "-", String.join(", ", jury.jurors()) + "; " + jury.rule());
        }
        Debate debate = (Debate) annotator;
        List<String> seats = debate.seats().stream()
                .map(seat -> seat.judge() + " as " + seat.persona())
                .toList();
        return List.of(debate.name(), "debate", "-", String.join(", ", seats) + "; " + debate.rounds() + " rounds");
    }

    private static String judge(Judge judge) {
        Marking marking = judge.marking();
        String form =
                switch (marking.form()) {
                    case DIRECT -> "compares directly";
                    case COMBINED -> "scores " + marking.scale().words();
                    case INDEPENDENT -> "scores each alone " + marking.scale().words();
                    case EXPECTED -> "expected score " + marking.scale().words();
                    case TRUTH -> "how likely each is right";
                };
        if (!marking.form().sideBySide()) {
            return form;
        }
        return form + (judge.orders().both() ? ", both orders" : ", one order");
    }
}
