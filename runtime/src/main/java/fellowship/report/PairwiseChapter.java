package fellowship.report;

import fellowship.tally.PairwiseFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who agrees with whom. */
final class PairwiseChapter {

    private PairwiseChapter() {}

    static Optional<Chapter> votes(TallyFigures figures) {
        return figures.votes()
                .map(votes -> of(
                        "Agreement between judges",
                        "Votes given alone, of the same pairs. κ is agreement beyond chance: 1 is whole, 0 is chance. Judges"
                                + " that agree may share a mistake; only people or known answers can tell.",
                        votes));
    }

    static Optional<Chapter> scores(TallyFigures figures) {
        return figures.scores()
                .map(scores -> of(
                        "Agreement on scores",
                        "Scores of the same drafts. r is Pearson's correlation: whether scores rise and fall together, not"
                                + " whether they are equal.",
                        scores));
    }

    private static Chapter of(String title, String text, PairwiseFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        List<String> few = new ArrayList<>();
        HeatMap map = new HeatMap(
                title + ": " + figures.measure() + " of each two", figures.voices(), figures.voices(), 0, 1);
        for (PairwiseFigures.Cell cell : figures.cells()) {
            String two = cell.one() + " and " + cell.other();
            rows.add(List.of(
                    two,
                    Figure.share(cell.same()),
                    Figure.estimate(cell.agreement()),
                    Figure.count(cell.agreement().items())));
            if (cell.few()) {
                few.add(two);
            }
            cell.agreement().value().value().ifPresent(value -> {
                int one = figures.voices().indexOf(cell.one());
                int other = figures.voices().indexOf(cell.other());
                map.cell(one, other, value, Figure.number(value), false);
                map.cell(other, one, value, Figure.number(value), false);
            });
        }
        Chapter.Draft draft = new Chapter.Draft(title)
                .text(text)
                .table(1, List.of("who", "say the same", figures.measure(), "items"), rows);
        if (!few.isEmpty()) {
            draft.text("Fewer than " + PairwiseFigures.FEW + " items, so that " + figures.measure() + " says little: "
                    + String.join("; ", few) + ".");
        }
        if (figures.voices().size() > 2) {
            draft.plot(map.svg());
        }
        return draft.done();
    }
}
