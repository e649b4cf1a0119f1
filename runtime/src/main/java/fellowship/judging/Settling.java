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
            case meanScore, medianScore -> scores(jury.rule(), readable, judgments);
        };
    }

    /**
     * The outcome with most weight; where two have it, a tie; where no vote weighs anything, nothing. The margin is the
     * share of weight between the candidates.
     */
    static Ballot mode(List<Vote> votes, Map<String, Double> weights) {
        List<Double> each = votes.stream()
                .map(vote -> weights.getOrDefault(vote.annotator(), 1.0))
                .toList();
        double all = each.stream().mapToDouble(Double::doubleValue).sum();
        if (!(all > 0)) {
            return Ballot.NONE;
        }
        Outcome outcome = Votes.weightedMode(outcomes(votes), each).orElse(Outcome.TIE);
        double lean = 0;
        for (int i = 0; i < votes.size(); i++) {
            lean += each.get(i)
                    * (votes.get(i).outcome() == Outcome.FIRST
                            ? 1
                            : votes.get(i).outcome() == Outcome.SECOND ? -1 : 0);
        }
        return new Ballot(outcome, outcome == Outcome.TIE ? 0 : Math.abs(lean) / all, false);
    }

    /** Each juror's mean scores first, so that a juror with more samples does not count more. */
    private static Ballot scores(SettleRule rule, List<Vote> votes, List<Judgment> judgments) {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (Vote vote : votes) {
            List<Judgment.Scores> scores = judgments.stream()
                    .filter(judgment -> judgment.annotator().equals(vote.annotator()))
                    .map(Judgment::opinion)
                    .filter(Judgment.Scores.class::isInstance)
                    .map(Judgment.Scores.class::cast)
                    .toList();
            if (!scores.isEmpty()) {
                first.add(mean(scores, true));
                second.add(mean(scores, false));
            }
        }
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

    /**
     * Whether the jurors that remain need not be asked. With a rule that learns, or that settles scores, each of them can
     * always change something.
     *
     * @param remaining jurors that could still be asked
     */
    static boolean isSettled(Jury jury, Jury.Sequence sequence, List<Vote> votes, List<String> remaining) {
        List<Outcome> readable = outcomes(readable(votes));
        if (readable.isEmpty() || jury.rule().learns() || jury.rule().scores()) {
            return false;
        }
        if (jury.rule() == SettleRule.unanimous) {
            return readable.stream().distinct().count() > 1;
        }
        if (jury.rule() == SettleRule.weighted) {
            return !canChange(jury, readable(votes), remaining);
        }
        boolean sure = sequence.bound().isPresent()
                && Votes.leaderProbability(readable, OUTCOMES).orElse(0)
                        >= sequence.bound().getAsDouble();
        return sure || !Votes.canChange(readable, remaining.size());
    }

    /** With weights: whether the jurors that remain could together outweigh the lead. */
    private static boolean canChange(Jury jury, List<Vote> votes, List<String> remaining) {
        Map<Outcome, Double> sums = new LinkedHashMap<>();
        votes.forEach(
                vote -> sums.merge(vote.outcome(), jury.weights().getOrDefault(vote.annotator(), 1.0), Double::sum));
        List<Double> sorted = sums.values().stream().sorted().toList();
        double lead = sorted.get(sorted.size() - 1) - (sorted.size() > 1 ? sorted.get(sorted.size() - 2) : 0);
        double left = remaining.stream()
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
