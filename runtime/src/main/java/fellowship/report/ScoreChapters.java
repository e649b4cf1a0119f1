package fellowship.report;

import fellowship.tally.Histogram;
import fellowship.tally.JudgeFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scores, rankings and steps. */
final class ScoreChapters {

    private ScoreChapters() {}

    static Optional<Chapter> scores(TallyFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        Chapter.Draft draft = new Chapter.Draft("Scores")
                .text(
                        "A judge that gives nearly all drafts one score tells little apart; one that uses only the ends is as"
                                + " coarse as a choice.");
        for (JudgeFigures judge : figures.judges()) {
            judge.scores().ifPresent(scores -> {
                rows.add(List.of(
                        judge.name(),
                        Figure.count(scores.total()),
                        Figure.number(scores.mean()),
                        mostUsed(scores),
                        Figure.percent(top(scores))));
                draft.plot(ColumnPlot.svg("Scores of " + judge.name(), scores));
            });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        draft.table(1, List.of("judge", "scores", "mean", "most used", "share of the most used"), rows)
                                .done());
    }

    private static int highest(Histogram scores) {
        int highest = 0;
        for (int i = 0; i < scores.counts().size(); i++) {
            highest = scores.counts().get(i) > scores.counts().get(highest) ? i : highest;
        }
        return highest;
    }

    private static String mostUsed(Histogram scores) {
        return ColumnPlot.plain(scores.middle(highest(scores)));
    }

    private static double top(Histogram scores) {
        return (double) scores.counts().get(highest(scores)) / Math.max(1, scores.total());
    }

    static Optional<Chapter> rankings(TallyFigures figures) {
        List<List<String>> rows = figures.rankings().stream()
                .map(rank -> List.of(
                        rank.name(),
                        Figure.count(rank.rows()),
                        Figure.share(rank.sameBest()),
                        Figure.of(rank.sameBest())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter.Draft("Rankings")
                        .text(
                                "Each judge saw a row's drafts in several orders. Same best: of the rows with two readable"
                                        + " rankings or more, those in which all of them begin with the same draft.")
                        .table(1, List.of("judge", "rows", "same best", "of"), rows)
                        .done());
    }

    static Optional<Chapter> steps(TallyFigures figures) {
        List<List<String>> rows = figures.steps().stream()
                .map(steps -> List.of(
                        steps.name(),
                        Figure.share(steps.sound()),
                        Figure.of(steps.sound()),
                        steps.firstErrors().entrySet().stream()
                                .map(entry -> "step " + entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        steps.kinds().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining(", "))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter.Draft("Steps")
                        .text("Drafts that a judge went through step by step.")
                        .table(
                                1,
                                List.of("judge", "no wrong step", "drafts", "first wrong step", "kinds of mistakes"),
                                rows)
                        .done());
    }
}
