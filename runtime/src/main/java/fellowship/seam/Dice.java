package fellowship.seam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance from a seed. Dice are split by name, never shared: what a row draws depends on the seed and on its own name
 * alone, not on which rows came before it.
 */
public final class Dice {

    private final long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed) {
        return new Dice(seed);
    }

    /** Dice of their own for whatever has this name. */
    public Dice split(String name) {
        return new Dice(mix(state ^ digest(name)));
    }

    /** A number from 0 up to but without {@code bound}; the same each time these dice are asked. */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, was " + bound);
        }
        return (int) Math.floorMod(mix(state), (long) bound);
    }

    /** A number that names these dice, for labels that must not be guessed by a model. */
    public long number() {
        return mix(state);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static long digest(String name) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(sha).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
