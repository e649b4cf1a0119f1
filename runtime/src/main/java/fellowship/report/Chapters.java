package fellowship.report;

import fellowship.dataset.CardSection;
import fellowship.plan.Plan;
import fellowship.tally.AgreementFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told of the judges of a run, in the order in which a reader should meet it. */
final class Chapters {

    private Chapters() {}

    static List<Chapter> of(Plan plan, TallyFigures figures, List<AgreementFigures> agreements) {
        List<Chapter> all = new ArrayList<>();
        PlantChapter.alarm(figures).ifPresent(all::add);
        agreements.forEach(agreement -> all.add(AgreementChapter.of(agreement)));
        if (!figures.isEmpty()) {
            Stream.of(
                            JudgeChapters.judges(figures),
                            PairwiseChapter.votes(figures),
                            PairwiseChapter.scores(figures),
                            PanelChapters.juries(figures),
                            PanelChapters.debates(figures),
                            JudgeChapters.place(figures),
                            JudgeChapters.length(figures),
                            WriterChapter.of(figures),
                            PlantChapter.of(figures),
                            ScoreChapters.scores(figures),
                            ScoreChapters.rankings(figures),
                            ScoreChapters.steps(figures))
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            all.add(Unchecked.of(plan, figures, agreements));
        }
        return all;
    }

    /** Without the plots. */
    static List<CardSection> sections(List<Chapter> chapters) {
        return chapters.stream().map(Chapter::section).toList();
    }
}
