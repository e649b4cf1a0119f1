package fellowship.report;

import fellowship.dataset.PlantsFile;
import fellowship.tally.JudgeFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Worthless answers that judges were tried with. */
final class PlantChapter {

    private PlantChapter() {}

    /** Above all else, where a worthless answer won. */
    static Optional<Chapter> alarm(TallyFigures figures) {
        List<JudgeFigures> fooled = figures.judges().stream()
                .filter(judge -> judge.planted().hits() > 0)
                .toList();
        if (fooled.isEmpty()) {
            return Optional.empty();
        }
        Chapter.Draft draft = new Chapter.Draft("Worthless answers won");
        fooled.forEach(judge -> draft.alarm(judge.name() + " preferred a worthless answer to a real one in "
                + Figure.of(judge.planted()) + " trials, "
                + Figure.share(judge.planted()) + ". See " + PlantsFile.FILE
                + ". Do not rely on its other verdicts before you know why."));
        return Optional.of(draft.done());
    }

    static Optional<Chapter> of(TallyFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        DotPlot plot = DotPlot.shares("Worthless answers that won (0 % is right)", OptionalDouble.empty());
        figures.judges().forEach(judge -> {
            judge.plants()
                    .forEach((kind, share) -> rows.add(List.of(
                            judge.name(),
                            kind,
                            Figure.count(share.of()),
                            Figure.count(share.hits()),
                            Figure.share(share))));
            plot.add(judge.name(), judge.planted());
        });
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter.Draft draft = new Chapter.Draft("Planted answers")
                .text(
                        "Comparisons repeated with a worthless answer in one place. They decide nothing and are in no data set;"
                                + " a sound judge lets none win.")
                .table(2, List.of("judge", "kind", "tried", "won", "share"), rows);
        plot.svg().ifPresent(draft::plot);
        return Optional.of(draft.done());
    }
}
