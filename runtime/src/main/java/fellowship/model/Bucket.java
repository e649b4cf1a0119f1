package fellowship.model;

import java.util.ArrayDeque;

/**
 * One limit: an allowance that comes back steadily. Not thread-safe; the {@link Quota} guards it.
 *
 * <p>No 60 seconds ever hold more than the limit. For requests it is filled a little slower than the limit says, by what
 * it can save up: whoever starts with a full bucket has that burst and 60 seconds of refill. Amounts of tokens can be a
 * large part of a minute's, so they are remembered for 60 seconds, and what is given back is taken out of them.
 */
final class Bucket {

    /** No limit known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** How much allowance is saved up, in seconds: enough to make up for a late timer, too little for a burst. */
    private static final double BURST = 0.25;

    private static final long MINUTE = 60_000_000_000L;

    private final ArrayDeque<Taken> lately = new ArrayDeque<>();
    private double latelyTaken;
    private final boolean whole;
    private final long ceiling;
    private long limit = UNKNOWN;
    private double share = 1;
    private double largest;
    private double level;
    private long at;

    /**
     * @param whole whether it hands out single requests, and not amounts of tokens
     * @param configured what the operator allows in a minute, or {@link #UNKNOWN}
     */
    Bucket(boolean whole, long configured, long now) {
        this.whole = whole;
        this.ceiling = configured;
        this.at = now;
        if (configured != UNKNOWN) {
            set(configured, now);
            level = capacity();
        }
    }

    boolean known() {
        return limit != UNKNOWN;
    }

    /** A minute's allowance, or {@link #UNKNOWN}. */
    long limit() {
        return limit;
    }

    /** Takes a limit that was learned, the operator's own staying the ceiling. Says whether it changed. */
    boolean set(long perMinute, long now) {
        long next = Math.max(1, Math.min(perMinute, ceiling));
        boolean changed = next != limit;
        limit = next;
        at = Math.max(at, now);
        level = Math.min(level, capacity());
        return changed;
    }

    /** The part of the limit that may be used here: above 0, up to 1. */
    void share(double part) {
        share = part;
        if (known()) {
            level = Math.min(level, capacity());
        }
    }

    /** What the provider says is left now: it may lend a burst of up to a second when the limit is news. */
    void lend(double left) {
        level = Math.max(level, Math.min(left * share, own() / 60.0));
    }

    /** Nothing more than that is left, says the provider. */
    void clamp(double left) {
        level = Math.min(level, left);
    }

    void refill(long now, double factor) {
        if (known()) {
            // What was lent above the capacity stays.
            double full = Math.max(level, capacity());
            level = Math.min(full, level + rate() * factor * Math.max(0, now - at) / 1e9);
        }
        at = Math.max(at, now);
        forget();
    }

    /** Nanoseconds until so much is there; an amount above the capacity goes when the bucket is full. */
    long until(double amount, double factor) {
        if (!known()) {
            return 0;
        }
        largest = Math.max(largest, Math.min(amount, own() / 2.0));
        double missing = Math.min(amount, capacity()) - level;
        long wait = missing <= 1e-9 ? 0 : (long) Math.ceil(missing / (rate() * factor) * 1e9);
        return whole ? wait : Math.max(wait, untilRoom(amount));
    }

    /** Nanoseconds until the last minute has room for so much; for more than a minute's, until it holds nothing. */
    private long untilRoom(double amount) {
        double over = latelyTaken + amount - limit;
        long wait = 0;
        for (Taken each : lately) {
            if (over <= 1e-9) {
                break;
            }
            over -= each.amount;
            wait = Math.max(wait, each.at + MINUTE - at);
        }
        return wait;
    }

    /** Takes an amount, be it more than there is: the next ones wait for it to come back. */
    Taken take(double amount) {
        Taken taken = new Taken(at, amount);
        if (known()) {
            level -= amount;
        }
        if (!whole) {
            lately.add(taken);
            latelyTaken += amount;
        }
        return taken;
    }

    /** Gives a part of it back; less than nothing where it took more than was thought. */
    void giveBack(Taken taken, double amount) {
        if (known()) {
            level = Math.min(Math.max(level, capacity()), level + amount);
        }
        if (at - taken.at < MINUTE) {
            latelyTaken -= amount;
        }
        taken.amount -= amount;
    }

    private void forget() {
        while (!lately.isEmpty() && at - lately.getFirst().at >= MINUTE) {
            latelyTaken -= lately.removeFirst().amount;
        }
    }

    /** What was taken at one moment. */
    static final class Taken {

        private final long at;
        private double amount;

        private Taken(long at, double amount) {
            this.at = at;
            this.amount = amount;
        }
    }

    private double own() {
        return limit * share;
    }

    private double capacity() {
        double burst = own() / 60.0 * BURST;
        return whole ? Math.max(1, Math.floor(burst)) : Math.max(1, Math.max(burst, largest));
    }

    /** A second's refill. Single requests come at least a refill apart, so one of them is in the limit already. */
    private double rate() {
        return (whole ? own() - capacity() + 1 : own()) / 60.0;
    }
}
