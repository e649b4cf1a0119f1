package fellowship.tally;

import fellowship.row.Outcome;
import fellowship.stats.Cohen;
import fellowship.stats.Confusion;
import fellowship.stats.Dimension;
import fellowship.stats.EffectiveVotes;
import fellowship.stats.Interval;
import fellowship.stats.Krippendorff;
import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who agrees with whom. Votes that could not be read count as missing. */
final class Pairwise {

    private static final List<String> LABELS = List.of("first", "second", "tie");

    private Pairwise() {}

    /** κ of each two voices that both judged some pair; absent where no two did. */
    static Optional<PairwiseFigures> of(VoteTable table) {
        List<Voice> voices = table.voices().stream()
                .filter(voice -> voice.kind() == Voice.Kind.ALONE)
                .toList();
        Ratings<String> ratings = ratings(table, voices);
        List<PairwiseFigures.Cell> cells = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            for (int j = i + 1; j < voices.size(); j++) {
                Confusion<String> confusion = Confusion.of(ratings.pair(i, j));
                if (confusion.total() > 0) {
                    cells.add(new PairwiseFigures.Cell(
                            voices.get(i).label(),
                            voices.get(j).label(),
                            new Share(confusion.agreeing(), confusion.total()),
                            new Estimate(
                                    Cohen.kappa(confusion, Cohen.Weights.PLAIN),
                                    Cohen.interval(confusion, Cohen.Weights.PLAIN, Lengths.Resampling.LEVEL),
                                    confusion.total())));
                }
            }
        }
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new PairwiseFigures(
                        "κ", voices.stream().map(Voice::label).toList(), cells));
    }

    /** All of these voices together. */
    static JuryFigures.Together together(VoteTable table, List<Voice> voices) {
        Ratings<String> ratings = ratings(table, voices);
        int items = ratings.items().size();
        Optional<Interval> interval = Lengths.Resampling.of(items)
                .flatMap(draws -> draws.percentile(
                        drawn -> Krippendorff.alpha(ratings.drawn(drawn), Dimension.NOMINAL),
                        Lengths.Resampling.LEVEL));
        return new JuryFigures.Together(
                new Estimate(Krippendorff.alpha(ratings, Dimension.NOMINAL), interval, items),
                new Estimate(EffectiveVotes.ofLabels(ratings), Optional.empty(), items));
    }

    /** Pairs on which nobody said anything are left out. */
    private static Ratings<String> ratings(VoteTable table, List<Voice> voices) {
        int[][] codes = IntStream.range(0, table.size())
                .mapToObj(pair -> voices.stream()
                        .mapToInt(voice -> code(table.vote(voice, pair)))
                        .toArray())
                .filter(row -> IntStream.of(row).anyMatch(code -> code != Ratings.NONE))
                .toArray(int[][]::new);
        return Ratings.coded(voices.stream().map(Voice::label).toList(), LABELS, codes);
    }

    private static int code(Optional<Outcome> vote) {
        return vote.filter(outcome -> outcome != Outcome.UNDECIDED)
                .map(Enum::ordinal)
                .orElse(Ratings.NONE);
    }
}
