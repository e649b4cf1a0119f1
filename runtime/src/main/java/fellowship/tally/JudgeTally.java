package fellowship.tally;

import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Plant;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.stats.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts what one judge or seat said. */
final class JudgeTally {

    private final String name;
    private final boolean sideBySide;
    private final Histogram.Counter histogram;
    private final Set<String> models = new LinkedHashSet<>();
    private final VoteCounts.Counter votes = new VoteCounts.Counter();
    private final PositionTally position = new PositionTally();
    private final Map<String, Share> plants = new TreeMap<>();
    private long asked;
    private long unreadable;
    private long repairs;
    private long helped;
    private long scores;
    private long sure;
    private double certainty;
    private boolean seen;

    /** @param judge whose settings they are; absent for one that the plan does not know */
    JudgeTally(String name, Optional<Judge> judge) {
        this.name = name;
        this.sideBySide =
                judge.map(known -> known.marking().form().sideBySide()).orElse(true);
        boolean truth = judge.filter(known -> known.marking().form() == Marking.Form.TRUTH)
                .isPresent();
        this.histogram = new Histogram.Counter(
                truth ? 0 : judge.map(known -> known.marking().scale().least()).orElse(0.0),
                truth ? 1 : judge.map(known -> known.marking().scale().most()).orElse(10.0));
    }

    /** Something it was asked for, read or not. */
    void judgment(Judgment judgment) {
        asked(judgment.readable(), Replies.repaired(judgment));
        judgment.reply().ifPresent(reply -> models.add(reply.completion().model()));
        judgment.certainty().ifPresent(value -> {
            sure++;
            certainty += value;
        });
        opinion(judgment.opinion());
    }

    void asked(boolean readable, boolean repaired) {
        asked++;
        unreadable += readable ? 0 : 1;
        repairs += repaired ? 1 : 0;
        helped += repaired && readable ? 1 : 0;
    }

    void opinion(Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Score score) {
            score(score.value());
        } else if (opinion instanceof Judgment.Scores both) {
            score(both.first());
            score(both.second());
        }
    }

    private void score(double value) {
        scores++;
        histogram.add(value);
    }

    void vote(Vote vote) {
        votes.add(vote.outcome(), vote.flipped());
    }

    /** Its judgments of one pair: which place won, and whether both orders came to the same. */
    void orders(Verdict verdict, List<Judgment> judgments) {
        if (!sideBySide) {
            return;
        }
        int bin = PositionTally.bin(verdict.first().text(), verdict.second().text());
        List<Outcome> places = new ArrayList<>();
        Map<Integer, Outcome> straight = new HashMap<>();
        Map<Integer, Outcome> exchanged = new HashMap<>();
        for (Judgment judgment : judgments) {
            Optional<Outcome> said = preferred(judgment.opinion());
            if (said.isPresent()) {
                seen = true;
                places.add(judgment.swapped() ? said.get().swapped() : said.get());
                (judgment.swapped() ? exchanged : straight).putIfAbsent(judgment.sample(), said.get());
            }
        }
        List<Boolean> same = new ArrayList<>();
        straight.forEach((sample, said) ->
                Optional.ofNullable(exchanged.get(sample)).ifPresent(other -> same.add(said == other)));
        position.pair(bin, places, same);
    }

    /** In the row's order; absent for what prefers nothing. */
    static Optional<Outcome> preferred(Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Choice choice) {
            return Optional.of(choice.outcome());
        }
        if (opinion instanceof Judgment.Scores scores) {
            int sign = Double.compare(scores.first(), scores.second());
            return Optional.of(sign > 0 ? Outcome.FIRST : sign < 0 ? Outcome.SECOND : Outcome.TIE);
        }
        return Optional.empty();
    }

    void plant(Plant plant) {
        plants.merge(
                plant.kind(),
                new Share(plant.won() ? 1 : 0, 1),
                (a, b) -> new Share(a.hits() + b.hits(), a.of() + b.of()));
    }

    JudgeFigures figures() {
        return new JudgeFigures(
                name,
                new ArrayList<>(models),
                new Share(unreadable, asked),
                new Share(helped, repairs),
                votes.counts(),
                seen ? Optional.of(position.figures()) : Optional.empty(),
                scores > 0 ? Optional.of(histogram.histogram()) : Optional.empty(),
                sure > 0
                        ? Optional.of(new Estimate(Measure.of(certainty / sure), Optional.empty(), sure))
                        : Optional.empty(),
                plants);
    }
}
