package fellowship.stats;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea and Flood 2014), so that the same seed gives the same draws on every JDK.
 */
final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** Draws of their own for the place: those of one do not depend on how many another took. */
    static Draws of(long seed, long place) {
        return new Draws(mix(mix(seed) + place * GOLDEN));
    }

    /** From 0 up to but without {@code bound}. */
    int below(int bound) {
        long high = next() >>> 32;
        return (int) (high * bound >>> 32);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long from) {
        long z = from;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
