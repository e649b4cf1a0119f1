package fellowship.stats;

import java.util.Optional;

/**
 * How often one side wins. What a tie counts must be said, since published rates differ in it.
 *
 * @param wins 0 or more
 * @param ties 0 or more
 * @param losses 0 or more
 */
public record WinRate(long wins, long ties, long losses) {

    /** What a tie counts. */
    public enum Ties {
        /** As lost: wins / all. */
        LOST,
        /** As half a win: (wins + ties / 2) / all. AlpacaEval's rule. */
        HALF,
        /** Not at all: wins / (wins + losses). */
        DROPPED
    }

    public WinRate {
        if (wins < 0 || ties < 0 || losses < 0) {
            throw new IllegalArgumentException("counts are 0 or more: " + wins + ", " + ties + ", " + losses);
        }
    }

    /** From 0 to 1; absent where nothing counts. */
    public Measure rate(Ties rule) {
        return of(rule) == 0
                ? Measure.absent("there are no comparisons that count")
                : Measure.of(hits(rule) / of(rule));
    }

    /** Wilson's; a half win varies less than a whole one, which the {@link DesignEffect} allows for. */
    public Optional<Interval> interval(Ties rule, double level) {
        return of(rule) == 0 ? Optional.empty() : Optional.of(Wilson.of(hits(rule), of(rule), design(rule), level));
    }

    private double design(Ties rule) {
        if (rule != Ties.HALF || ties == 0) {
            return 1;
        }
        DesignEffect design = new DesignEffect();
        design.add(1, 1, wins);
        design.add(0.5, 1, ties);
        design.add(0, 1, losses);
        return design.value();
    }

    /** Comparisons that count. */
    public long of(Ties rule) {
        return rule == Ties.DROPPED ? wins + losses : wins + ties + losses;
    }

    private double hits(Ties rule) {
        return rule == Ties.HALF ? wins + ties / 2.0 : wins;
    }
}
