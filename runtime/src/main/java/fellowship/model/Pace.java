package fellowship.model;

/**
 * Which share of the known rate is used. A refusal cuts it to seven tenths; then it comes back along the cubic of
 * RFC 9438: fast at first, flat around the rate that was refused, and faster again the longer all is well, so that a
 * limit that grew tenfold is found in about a minute. Not thread-safe; the {@link Quota} guards it.
 */
final class Pace {

    private static final double CUT = 0.7;

    /** Seconds from a cut back to the rate that was refused; more where so few calls are sent that these tell little. */
    private static final double BACK = 20;

    private static final double LONGEST_BACK = 80;
    private static final double CALLS_BACK = 80;
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e6;

    private double refused = 1;
    private double back = BACK;
    private long cutAt;
    private boolean cut;

    /** @param bounded whether the known rate is the most, or itself a guess that may be passed */
    double factor(long now, boolean bounded) {
        if (!cut) {
            return 1;
        }
        double t = Math.max(0, now - cutAt) / 1e9 / back - 1;
        double share = refused * (1 + (1 - CUT) * t * t * t);
        return Math.max(LEAST, Math.min(bounded ? 1 : MOST, share));
    }

    /** A share was refused, and with it so many calls a second; the new one starts from {@code from}, after the wait. */
    void cut(double refusedShare, double callsPerSecond, long from) {
        back = Math.max(BACK, Math.min(LONGEST_BACK, CALLS_BACK / callsPerSecond));
        refused = Math.max(LEAST, refusedShare);
        cutAt = from;
        cut = true;
    }

    /** The rate is news: nothing is held against it. */
    void reset() {
        cut = false;
    }
}
