package fellowship.model;

/** What was sent in the last seconds, and how much of it was refused. Not thread-safe; the {@link Quota} guards it. */
final class Answers {

    /** Seconds over which the accepted rate is measured; longer where so few were sent that they tell little. */
    private static final int SECONDS_OF_RATE = 3;

    private static final int ENOUGH = 20;

    /** A limit that nobody has told of is believed in after so many refusals, and so large a share of them. */
    private static final int FIRST_REFUSALS = 4;

    private static final double FIRST_SHARE = 0.12;

    /** A share of refusals that is too large where a limit is known. */
    private static final double SHARE = 0.05;

    private final Tally sent = new Tally();
    private final Tally refused = new Tally();
    private final Tally sentSince = new Tally();
    private final Tally refusedSince = new Tally();

    void sent(long now) {
        sent.add(now);
        sentSince.add(now);
    }

    /** @param since whether it was sent since the last {@link #forget} */
    void refused(boolean since, long now) {
        refused.add(now);
        if (since) {
            refusedSince.add(now);
        }
    }

    /**
     * Whether so much of what was sent is refused that it must be the account's rate. Compared with what was sent and
     * not with what was answered, since refusals come back sooner. A refusal here and there is not a matter of rate:
     * providers drop some calls on a whim, and a rate that is cut for each of those never recovers.
     *
     * @param known whether a limit is known, so that it can be passed
     */
    boolean tooManyRefused(boolean known, long now) {
        int calls = sentSince.last(Tally.SECONDS, now);
        int refusals = refusedSince.last(Tally.SECONDS, now);
        return known ? refusals > SHARE * calls : refusals >= FIRST_REFUSALS && refusals > FIRST_SHARE * calls;
    }

    /** What was refused so far is dealt with. */
    void forget() {
        sentSince.clear();
        refusedSince.clear();
    }

    /** Calls a second that were sent lately and not refused. */
    double rate(long now) {
        int seconds = sent.last(SECONDS_OF_RATE, now) < ENOUGH ? Tally.SECONDS : SECONDS_OF_RATE;
        int accepted = sent.last(seconds, now) - refused.last(seconds, now);
        return Math.max(0, accepted) / (double) seconds;
    }
}
