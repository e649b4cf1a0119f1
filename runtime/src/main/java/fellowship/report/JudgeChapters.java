package fellowship.report;

import fellowship.tally.JudgeFigures;
import fellowship.tally.PositionFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How each judge did: what could not be read, what place and length did to it. */
final class JudgeChapters {

    private static final OptionalDouble HALF = OptionalDouble.of(0.5);

    private JudgeChapters() {}

    static Optional<Chapter> judges(TallyFigures figures) {
        if (figures.judges().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> votes = new ArrayList<>();
        DotPlot plot = DotPlot.shares("Judgments that could not be read", OptionalDouble.empty());
        for (JudgeFigures judge : figures.judges()) {
            if (judge.unreadable().of() > 0) {
                rows.add(List.of(
                        judge.name(),
                        judge.models().isEmpty() ? Figure.NONE : String.join(", ", judge.models()),
                        Figure.count(judge.unreadable().of()),
                        Figure.share(judge.unreadable()),
                        Figure.of(judge.repaired()),
                        judge.certainty().map(Figure::estimate).orElse(Figure.NONE)));
            }
            plot.add(judge.name(), judge.unreadable());
            if (judge.votes().total() > 0) {
                votes.add(votes(judge.name(), judge.votes()));
            }
        }
        figures.juries().stream()
                .filter(jury -> jury.verdicts().total() > 0)
                .forEach(jury -> votes.add(votes(jury.name() + " (jury)", jury.verdicts())));
        figures.debates().forEach(debate -> votes.add(votes(debate.name() + " (debate)", debate.verdicts())));
        Chapter.Draft draft = new Chapter.Draft("Judges")
                .text(
                        "In brackets, here and below: the 95 % interval. Repaired: of the replies that could not be read and"
                                + " were asked for once more, those that then could.")
                .table(2, List.of("judge", "model", "judgments", "unreadable", "repaired", "mean certainty"), rows)
                .table(1, List.of("votes on pairs", "first", "second", "tie", "undecided", "flips"), votes);
        plot.svg().ifPresent(draft::plot);
        return Optional.of(draft.done());
    }

    private static List<String> votes(String name, fellowship.tally.VoteCounts votes) {
        return List.of(
                name,
                Figure.count(votes.first()),
                Figure.count(votes.second()),
                Figure.count(votes.ties()),
                Figure.count(votes.undecided()),
                Figure.count(votes.flipped()));
    }

    static Optional<Chapter> place(TallyFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> bins = new ArrayList<>();
        DotPlot wins = DotPlot.shares("The candidate shown first wins (50 %: no bias)", HALF);
        DotPlot same = DotPlot.shares("Both orders come to the same", OptionalDouble.empty());
        for (JudgeFigures judge : figures.judges()) {
            judge.position().ifPresent(position -> {
                rows.add(List.of(
                        judge.name(),
                        Figure.share(position.consistent()),
                        Figure.of(position.consistent()),
                        Figure.share(position.firstWins()),
                        Figure.of(position.firstWins())));
                wins.add(judge.name(), position.firstWins());
                same.add(judge.name(), position.consistent());
                position.bins().stream()
                        .filter(bin -> bin.firstWins().of() + bin.consistent().of() > 0)
                        .forEach(bin -> bins.add(bin(judge.name(), bin)));
            });
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter.Draft draft = new Chapter.Draft("Place")
                .text(
                        "A judge without a bias comes to the same verdict whichever candidate it sees first, and the one shown"
                                + " first wins half of its decided judgments. Bias grows as two candidates are harder to tell apart.")
                .table(1, List.of("judge", "both orders agree", "pairs", "first place wins", "judgments"), rows)
                .table(
                        2,
                        List.of("judge", "lengths differ by", "both orders agree", "first place wins", "judgments"),
                        bins);
        wins.svg().ifPresent(draft::plot);
        same.svg().ifPresent(draft::plot);
        return Optional.of(draft.done());
    }

    private static List<String> bin(String judge, PositionFigures.Bin bin) {
        return List.of(
                judge,
                String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * bin.from(), 100 * bin.to()),
                Figure.share(bin.consistent()),
                Figure.share(bin.firstWins()),
                Figure.count(bin.firstWins().of()));
    }

    static Optional<Chapter> length(TallyFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        DotPlot plot = DotPlot.shares("The longer candidate wins (50 %: no preference)", HALF);
        figures.lengths().forEach((voice, length) -> {
            if (length.longerWins().of() > 0) {
                rows.add(List.of(
                        voice,
                        Figure.share(length.longerWins()),
                        Figure.of(length.longerWins()),
                        Figure.estimate(length.gap())));
                plot.add(voice, length.longerWins());
            }
        });
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter.Draft draft = new Chapter.Draft("Length")
                .text(
                        "Of the votes for one of two candidates of unequal length, those for the longer one: so often does the"
                                + " rule “pick the longer” agree with the judge. The gap is winner less loser, in characters.")
                .table(1, List.of("voice", "longer wins", "votes", "mean gap"), rows);
        plot.svg().ifPresent(draft::plot);
        return Optional.of(draft.done());
    }
}
