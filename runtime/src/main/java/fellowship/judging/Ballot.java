package fellowship.judging;

import fellowship.plan.OrderRule;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Vote;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What judgments of one pair come to. A judgment leans to one candidate by the difference of its scores, or by 1 for a
 * choice. An order's outcome follows the mean lean of its readable judgments; the rule makes one outcome of both. Both orders count
 * equally, however many judgments of each could be read.
 *
 * @param outcome {@link Outcome#UNDECIDED} when an order that was asked has no readable judgment
 * @param margin the mean lean, 0 or more; 0 for a tie
 * @param flipped whether the orders named different winners
 */
public record Ballot(Outcome outcome, double margin, boolean flipped) {

    static final Ballot NONE = new Ballot(Outcome.UNDECIDED, 0, false);

    static Ballot of(List<Judgment> judgments, OrderRule rule) {
        boolean both = judgments.stream().map(Judgment::swapped).distinct().count() > 1;
        if (!both) {
            OptionalDouble mean = lean(judgments);
            return mean.isEmpty() ? NONE : of(mean.getAsDouble(), false);
        }
        OptionalDouble straight =
                lean(judgments.stream().filter(judgment -> !judgment.swapped()).toList());
        OptionalDouble swapped =
                lean(judgments.stream().filter(Judgment::swapped).toList());
        if (straight.isEmpty() || swapped.isEmpty()) {
            return NONE;
        }
        int one = Numbers.sign(straight.getAsDouble());
        int other = Numbers.sign(swapped.getAsDouble());
        boolean flipped = one * other < 0;
        double between = (straight.getAsDouble() + swapped.getAsDouble()) / 2;
        return switch (rule) {
            case consistent, synthesise -> one == other ? of(between, false) : new Ballot(Outcome.TIE, 0, flipped);
            case swapSum -> of((one + other) / 2.0, flipped);
            case average -> of(between, flipped);
        };
    }

    private static Ballot of(double lean, boolean flipped) {
        Outcome outcome = Opinions.outcome(lean);
        return new Ballot(outcome, outcome == Outcome.TIE ? 0 : Math.abs(lean), flipped);
    }

    /** Whether the orders came to different outcomes, so that somebody has to decide between them. */
    static boolean differ(List<Judgment> judgments) {
        OptionalDouble straight =
                lean(judgments.stream().filter(judgment -> !judgment.swapped()).toList());
        OptionalDouble swapped =
                lean(judgments.stream().filter(Judgment::swapped).toList());
        return straight.isPresent()
                && swapped.isPresent()
                && Numbers.sign(straight.getAsDouble()) != Numbers.sign(swapped.getAsDouble());
    }

    /** The mean lean of the readable ones. */
    private static OptionalDouble lean(List<Judgment> judgments) {
        return judgments.stream()
                .map(Opinions::lean)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    Vote vote(String annotator, Vote.Stage stage) {
        return new Vote(annotator, stage, outcome, margin, flipped);
    }
}
