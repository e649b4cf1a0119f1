package fellowship.report;

import fellowship.tally.DebateFigures;
import fellowship.tally.JuryFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What juries and debates added to their members. */
final class PanelChapters {

    private static final List<String> OUTCOMES = List.of("first", "second", "tie", "undecided");

    private PanelChapters() {}

    static Optional<Chapter> juries(TallyFigures figures) {
        if (figures.juries().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> spared = new ArrayList<>();
        for (JuryFigures jury : figures.juries()) {
            rows.add(List.of(
                    jury.name(),
                    Figure.count(jury.jurors().size()),
                    Figure.estimate(jury.agreement().alpha()),
                    Figure.estimate(jury.agreement().effective()),
                    Figure.share(jury.dissent()),
                    Figure.count(jury.verdicts().flipped())));
            spared.add(List.of(
                    jury.name(),
                    Figure.of(jury.sparedSettled()),
                    Figure.of(jury.sparedFamily()),
                    Figure.count(jury.callsSaved())));
        }
        return Optional.of(new Chapter.Draft("Juries")
                .text("α is Krippendorff's, of all jurors: 1 is whole agreement, 0 is chance. Effective votes: how many"
                        + " independent jurors these are worth, who tend to say the same. Dissent: readable votes that differ"
                        + " from the verdict.")
                .table(1, List.of("jury", "jurors", "α", "effective votes", "dissent", "flips"), rows)
                .table(
                        1,
                        List.of("jurors not asked", "verdict was settled", "own model family", "calls saved, at least"),
                        spared)
                .done());
    }

    static Optional<Chapter> debates(TallyFigures figures) {
        if (figures.debates().isEmpty()) {
            return Optional.empty();
        }
        Chapter.Draft draft = new Chapter.Draft("Debates")
                .text(
                        "Votes before the talk were given blind. Changes towards the majority: of the seats that were not with"
                                + " the majority before the talk and changed their vote, those that went over to it. Near 100 % means"
                                + " that the talk persuades by number rather than by reason.");
        List<List<String>> rows = new ArrayList<>();
        for (DebateFigures debate : figures.debates()) {
            rows.add(List.of(
                    debate.name(),
                    Figure.number(debate.rounds()),
                    Figure.share(debate.changed()),
                    Figure.of(debate.changed()),
                    Figure.share(debate.towards()),
                    Figure.of(debate.towards())));
        }
        draft.table(
                1, List.of("debate", "mean rounds", "votes changed", "votes", "towards the majority", "changes"), rows);
        figures.debates().stream()
                .filter(debate -> !debate.changes().isEmpty())
                .forEach(debate -> changes(draft, debate));
        return Optional.of(draft.done());
    }

    private static void changes(Chapter.Draft draft, DebateFigures debate) {
        List<List<String>> rows = new ArrayList<>();
        HeatMap map = new HeatMap(
                debate.name() + ": votes before the talk (rows) and after it (columns)",
                OUTCOMES,
                OUTCOMES,
                0,
                Math.max(
                        1,
                        debate.changes().stream()
                                .flatMap(List::stream)
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(1)));
        for (int i = 0; i < OUTCOMES.size(); i++) {
            List<String> row = new ArrayList<>(List.of(OUTCOMES.get(i)));
            for (int j = 0; j < OUTCOMES.size(); j++) {
                long count = debate.changes().get(i).get(j);
                row.add(Figure.count(count));
                map.cell(i, j, count, Figure.count(count), i == j);
            }
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(debate.name() + ": before, after"));
        heads.addAll(OUTCOMES);
        draft.table(1, heads, rows).plot(map.svg());
    }
}
