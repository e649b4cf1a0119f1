package fellowship.dataset;

/**
 * Wilson's score interval for a share, at 95 %. Unlike the textbook interval it stays within 0 and 1 and has a width at
 * shares of 0 and 1. Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 */
record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** @param of 1 or more */
    static Wilson of(long hits, long of) {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
        double n = of;
        double p = hits / n;
        double z2 = Z * Z;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Wilson(hits == 0 ? 0 : middle - half, hits == of ? 1 : middle + half);
    }
}
