package fellowship.stats;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end, not below {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes up, not from " + low + " to " + high);
        }
    }

    /** Around a value, cut to the range that the measure has. */
    static Interval around(double value, double half, double least, double most) {
        return new Interval(Math.max(least, value - half), Math.min(most, value + half));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
