package fellowship.model.embedded;

/** The SplitMix64 sequence of random numbers, written out so that no JDK can change it. */
final class SplitMix {

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** From 0, below 1. */
    double next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
