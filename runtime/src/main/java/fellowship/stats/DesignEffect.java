package fellowship.stats;

/**
 * How many times the variance of a share is that of as many independent units, where units come in groups (the two
 * orders of a pair, the jurors of a row) or count in halves: hits and units of a group vary together, and the share is a
 * ratio of their sums. Below 1 where the units of a group balance each other, as the orders of a pair do; above 1 where
 * they agree. Kish (1965), Survey Sampling, 2.4 and 6.3; used for Wilson's interval by Korn and Graubard (1998), Survey
 * Methodology 24, 193–201. One thread adds.
 */
public final class DesignEffect {

    private long groups;
    private double hits;
    private double of;
    private double hitsSquared;
    private double ofSquared;
    private double both;

    /**
     * A group.
     *
     * @param more hits from 0 up to {@code units}; halves are allowed
     * @param units 0 or more; a group of none is left out
     */
    public void add(double more, double units) {
        add(more, units, 1);
    }

    /** The same group so many times. */
    public void add(double more, double units, long times) {
        if (!(more >= 0 && more <= units)) {
            throw new IllegalArgumentException(more + " of " + units + " is no share");
        }
        if (units > 0) {
            groups += times;
            hits += times * more;
            of += times * units;
            hitsSquared += times * more * more;
            ofSquared += times * units * units;
            both += times * more * units;
        }
    }

    /**
     * The effect; 1 for single whole units. At least 4 / groups, or 1 for fewer than four groups: that none differed does
     * not prove that none could (the rule of three). The mean size of a group where the share is 0 or 1.
     */
    public double value() {
        if (groups == 0 || hitsSquared == hits && ofSquared == of) {
            return 1;
        }
        double share = hits / of;
        double single = share * (1 - share) * of;
        if (single <= 1e-12 * of) {
            return of / groups;
        }
        double squares = hitsSquared - 2 * share * both + share * share * ofSquared;
        return Math.max(Math.min(1, 4.0 / groups), squares / single);
    }
}
