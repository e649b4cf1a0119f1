package fellowship.stats;

/**
 * Wilson's score interval for a share. Unlike the textbook interval it stays within 0 and 1 and has a width at shares of
 * 0 and 1. Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 */
public final class Wilson {

    private Wilson() {}

    /** At 95 %. */
    public static Interval of(long hits, long of) {
        return of(hits, of, 0.95);
    }

    /**
     * At any level.
     *
     * @param hits from 0 up to {@code of}
     * @param of 1 or more
     * @param level between 0 and 1, without both
     * @throws IllegalArgumentException for what is no share or no level
     */
    public static Interval of(long hits, long of, double level) {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
        return of(hits, of, 1, level);
    }

    /**
     * For a share whose units are not independent or count in halves.
     *
     * @param hits from 0 up to {@code of}; halves are allowed
     * @param design see {@link DesignEffect}; above 0
     */
    public static Interval of(double hits, long of, double design, double level) {
        if (!(design > 0) || of < 1 || !(hits >= 0 && hits <= of)) {
            throw new IllegalArgumentException(
                    hits + " of " + of + " with a design effect of " + design + " is no share");
        }
        double n = of / design;
        double p = hits / of;
        double z = Normal.twoSided(level);
        double z2 = z * z;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(hits == 0 ? 0 : middle - half, hits == of ? 1 : middle + half);
    }
}
