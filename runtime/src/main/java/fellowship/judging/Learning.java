package fellowship.judging;

import fellowship.plan.Jury;
import fellowship.plan.SettleRule;
import fellowship.row.Outcome;
import fellowship.row.Vote;
import fellowship.stats.DawidSkene;
import fellowship.stats.PeerRank;
import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What only all rows together tell: how much a juror's vote weighs, and which rows people should look at. */
public final class Learning {

    private static final int MOST_ROUNDS = 1000;

    private Learning() {}

    /**
     * Settles all rows of a jury whose rule learns.
     *
     * @param models the model of each juror, as text, by its name
     */
    public static Settled settle(Jury jury, UnaryOperator<String> models, List<Observation> rows) {
        return jury.rule() == SettleRule.peerRank ? peers(jury, models, rows) : dawidSkene(rows);
    }

    private static Settled peers(Jury jury, UnaryOperator<String> models, List<Observation> rows) {
        List<PeerRank.Review> reviews = new ArrayList<>();
        for (Observation row : rows) {
            for (Vote vote : Settling.readable(row.votes())) {
                if (!row.first().isEmpty() && !row.second().isEmpty()) {
                    reviews.add(new PeerRank.Review(
                            models.apply(vote.annotator()),
                            row.first(),
                            row.second(),
                            vote.outcome() == Outcome.FIRST ? 1 : vote.outcome() == Outcome.SECOND ? 0 : 0.5));
                }
            }
        }
        Map<String, Double> byModel = PeerRank.of(reviews, PeerRank.ROUNDS).weights();
        Map<String, Double> weights = new LinkedHashMap<>();
        jury.jurors().forEach(juror -> weights.put(juror, byModel.getOrDefault(models.apply(juror), 0.0)));
        boolean known = weights.values().stream().anyMatch(weight -> weight > 0);
        Map<String, Ballot> ballots = new HashMap<>();
        rows.forEach(row -> {
            List<Vote> votes = Settling.readable(row.votes());
            ballots.put(row.row(), votes.isEmpty() ? Ballot.NONE : Settling.mode(votes, known ? weights : Map.of()));
        });
        return new Settled(ballots);
    }

    private static Settled dawidSkene(List<Observation> rows) {
        Ratings.Builder<Outcome> table = Ratings.builder();
        rows.forEach(row ->
                Settling.readable(row.votes()).forEach(vote -> table.add(row.row(), vote.annotator(), vote.outcome())));
        Ratings<Outcome> ratings = table.build();
        Optional<DawidSkene<Outcome>> fitted = DawidSkene.of(ratings, DawidSkene.SMOOTHING, MOST_ROUNDS);
        Map<String, Ballot> ballots = new HashMap<>();
        fitted.ifPresent(model -> {
            for (int item = 0; item < ratings.items().size(); item++) {
                Outcome outcome = model.label(item).orElse(Outcome.TIE);
                double lean = share(model, item, Outcome.FIRST) - share(model, item, Outcome.SECOND);
                ballots.put(
                        ratings.items().get(item),
                        new Ballot(outcome, outcome == Outcome.TIE ? 0 : Math.abs(lean), false));
            }
        });
        return new Settled(ballots);
    }

    private static double share(DawidSkene<Outcome> model, int item, Outcome outcome) {
        int category = model.categories().indexOf(outcome);
        return category < 0 ? 0 : model.posteriors()[item][category];
    }

    /**
     * The rows that people should judge: the share with the greatest entropy, rounded up; of equals those that stand
     * first. A row whose judgments all agree is never among them.
     */
    public static Set<String> forPeople(double share, List<Observation> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(Observation::entropy).reversed())
                .limit((long) Math.ceil(share * rows.size() - Numbers.DUST))
                .filter(row -> row.entropy() > 0)
                .map(Observation::row)
                .collect(Collectors.toSet());
    }
}
