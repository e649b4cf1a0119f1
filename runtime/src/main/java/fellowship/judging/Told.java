package fellowship.judging;

import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Turn;
import java.util.ArrayList;
import java.util.List;

/** What a judge is told of what was said before. Others' words stand between marks like everything else. */
final class Told {

    private Told() {}

    /** A judge's own judgments of both orders (LLMBar's swap and synthesise), with the letters of the present order. */
    static String ownJudgments(Sheet sheet, List<Judgment> judgments) {
        List<String> blocks = new ArrayList<>();
        blocks.add(
                "You judged these answers twice, once in each order, and came to different ends. In today's letters:");
        for (int i = 0; i < judgments.size(); i++) {
            Judgment judgment = judgments.get(i);
            String order = judgment.swapped() ? "B was shown first" : "A was shown first";
            blocks.add(sheet.fence().around("your judgment " + (i + 1) + ", " + order, said(judgment, false)));
        }
        blocks.add("The letters in those reasons are those of their own order. Weigh both and judge once more.");
        return String.join("\n\n", blocks);
    }

    /** The talk so far. */
    static String talk(Sheet sheet, List<Turn> turns) {
        List<String> blocks = new ArrayList<>();
        for (Turn turn : turns) {
            blocks.add(sheet.fence().around(persona(turn.speaker()) + ", round " + turn.round(), turn.text()));
        }
        return turns.isEmpty() ? "Nobody has spoken yet." : "The talk so far:\n\n" + String.join("\n\n", blocks);
    }

    /** What each seat said before the talk, in the letters of the order that the table sees. */
    static String firstVotes(Sheet sheet, List<Judgment> judgments, boolean swapped) {
        List<String> blocks = new ArrayList<>();
        judgments.stream()
                .filter(judgment -> judgment.swapped() == swapped)
                .forEach(judgment -> blocks.add(sheet.fence()
                        .around("first judgment of " + persona(judgment.annotator()), said(judgment, swapped))));
        return "What each of you said alone:\n\n" + String.join("\n\n", blocks);
    }

    /** Who somebody is at the table; never which judge plays the part. */
    private static String persona(String speaker) {
        return speaker.replaceFirst("^.*? as ", "");
    }

    private static String said(Judgment judgment, boolean swapped) {
        String verdict = Opinions.lean(judgment).isEmpty()
                ? "no verdict that could be read"
                : letter(Opinions.outcome(Opinions.lean(judgment).getAsDouble()), swapped);
        return (judgment.rationale().isBlank() ? "" : judgment.rationale() + "\n") + "So: " + verdict + ".";
    }

    static String letter(Outcome outcome, boolean swapped) {
        return switch (swapped ? outcome.swapped() : outcome) {
            case FIRST -> "A is better";
            case SECOND -> "B is better";
            case TIE -> "a tie";
            case UNDECIDED -> "no verdict";
        };
    }
}
