package fellowship.judging;

import fellowship.plan.Jury;
import fellowship.plan.SettleRule;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Vote;
import fellowship.stats.Votes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes a jury's votes one outcome. Votes that could not be read do not count; with none left, nothing is decided. */
final class Settling {

    /** First, second, tie. */
    private static final int OUTCOMES = 3;

    private Settling() {}

    static Ballot of(Jury jury, List<Vote> votes, List<Judgment> judgments) {
        List<Vote> readable = readable(votes);
        if (readable.isEmpty()) {
            return Ballot.NONE;
        }
        return switch (jury.rule()) {
            case majority, peerRank, dawidSkene -> mode(readable, Map.of());
            case weighted -> mode(readable, jury.weights());
            case unanimous ->
                Votes.unanimity(outcomes(readable))
                        .map(outcome -> new Ballot(outcome, outcome == Outcome.TIE ? 0 : 1, false))
                        .orElse(Ballot.NONE);
            case meanScore, medianScore -> scores(jury.rule(), judgments);
        };
    }

    /** The outcome with most weight; where two have it, a tie. The margin is the share of weight between the candidates. */
    static Ballot mode(List<Vote> votes, Map<String, Double> weights) {
        List<Double> each = votes.stream()
                .map(vote -> weights.getOrDefault(vote.annotator(), 1.0))
                .toList();
        Optional<Outcome> mode = Votes.weightedMode(outcomes(votes), each);
        Outcome outcome = mode.orElse(Outcome.TIE);
        double all = each.stream().mapToDouble(Double::doubleValue).sum();
        double lean = 0;
        for (int i = 0; i < votes.size(); i++) {
            lean += each.get(i)
                    * (votes.get(i).outcome() == Outcome.FIRST
                            ? 1
                            : votes.get(i).outcome() == Outcome.SECOND ? -1 : 0);
        }
        return new Ballot(outcome, outcome == Outcome.TIE || all == 0 ? 0 : Math.abs(lean) / all, false);
    }

    /** Each juror's mean scores first, so that a juror with more samples does not count more. */
    private static Ballot scores(SettleRule rule, List<Judgment> judgments) {
        Map<String, List<Judgment.Scores>> byJuror = new LinkedHashMap<>();
        judgments.forEach(judgment -> {
            if (judgment.opinion() instanceof Judgment.Scores scores) {
                byJuror.computeIfAbsent(judgment.annotator(), name -> new ArrayList<>())
                        .add(scores);
            }
        });
        List<Double> first =
                byJuror.values().stream().map(scores -> mean(scores, true)).toList();
        List<Double> second =
                byJuror.values().stream().map(scores -> mean(scores, false)).toList();
        boolean median = rule == SettleRule.medianScore;
        OptionalDouble a = median ? Votes.median(first) : Votes.mean(first);
        OptionalDouble b = median ? Votes.median(second) : Votes.mean(second);
        if (a.isEmpty() || b.isEmpty()) {
            return Ballot.NONE;
        }
        double lean = a.getAsDouble() - b.getAsDouble();
        Outcome outcome = Opinions.outcome(lean);
        return new Ballot(outcome, outcome == Outcome.TIE ? 0 : Math.abs(lean), false);
    }

    private static double mean(List<Judgment.Scores> scores, boolean first) {
        return scores.stream()
                .mapToDouble(one -> first ? one.first() : one.second())
                .average()
                .orElseThrow();
    }

    /** Whether the jurors that remain need not be asked. */
    static boolean isSettled(Jury jury, Jury.Sequence sequence, List<Vote> votes, int remaining) {
        List<Outcome> readable = outcomes(readable(votes));
        if (jury.rule() == SettleRule.unanimous) {
            return readable.stream().distinct().count() > 1;
        }
        if (readable.isEmpty()) {
            return false;
        }
        if (jury.rule() == SettleRule.weighted) {
            return !canChange(jury, readable(votes), remaining);
        }
        boolean sure = sequence.bound().isPresent()
                && Votes.leaderProbability(readable, OUTCOMES).orElse(0)
                        >= sequence.bound().getAsDouble();
        return sure || !Votes.canChange(readable, remaining);
    }

    /** With weights: whether the jurors that remain, in their order, could together outweigh the lead. */
    private static boolean canChange(Jury jury, List<Vote> votes, int remaining) {
        Map<Outcome, Double> sums = new LinkedHashMap<>();
        votes.forEach(
                vote -> sums.merge(vote.outcome(), jury.weights().getOrDefault(vote.annotator(), 1.0), Double::sum));
        List<Double> sorted = sums.values().stream().sorted().toList();
        double lead = sorted.get(sorted.size() - 1) - (sorted.size() > 1 ? sorted.get(sorted.size() - 2) : 0);
        double left = jury.jurors().stream()
                .skip((long) jury.jurors().size() - remaining)
                .mapToDouble(juror -> jury.weights().getOrDefault(juror, 1.0))
                .sum();
        return left >= lead - Numbers.DUST;
    }

    static List<Vote> readable(List<Vote> votes) {
        return votes.stream()
                .filter(vote -> vote.outcome() != Outcome.UNDECIDED)
                .toList();
    }

    private static List<Outcome> outcomes(List<Vote> votes) {
        return votes.stream().map(Vote::outcome).toList();
    }
}
