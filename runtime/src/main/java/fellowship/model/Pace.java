package fellowship.model;

/**
 * Which share of the known rate is used. A refusal cuts it to seven tenths; then it comes back along the cubic of
 * RFC 9438: fast at first, flat around the rate that was refused, and faster again the longer all is well, so that a
 * limit that grew tenfold is found in about a minute. Not thread-safe; the {@link Quota} guards it.
 */
final class Pace {

    private static final double CUT = 0.7;

    /** Seconds from a cut back to the rate that was refused. */
    private static final double BACK = 20;

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;

    private double refused = 1;
    private long cutAt;
    private boolean cut;

    /** @param bounded whether the known rate is the most, or itself a guess that may be passed */
    double factor(long now, boolean bounded) {
        if (!cut) {
            return 1;
        }
        double t = Math.max(0, now - cutAt) / 1e9 - BACK;
        double share = refused * (1 + (1 - CUT) / (BACK * BACK * BACK) * t * t * t);
        return Math.max(LEAST, Math.min(bounded ? 1 : MOST, share));
    }

    /** A rate was refused; the new one starts from {@code from}, when the wait is over. */
    void cut(double refusedShare, long from) {
        refused = Math.max(LEAST, refusedShare);
        cutAt = from;
        cut = true;
    }

    /** The rate is news: nothing is held against it. */
    void reset() {
        cut = false;
    }
}
