package fellowship.model.embedded;

import java.util.Arrays;

/** Draws tokens. One for each text, with its own random numbers. */
final class Sampler {

    private final Chance chance;
    private final SplitMix random;

    Sampler(Chance chance, long seed) {
        this.chance = chance;
        this.random = new SplitMix(seed);
    }

    /** Draws from the whole vocabulary. */
    int draw(Logits logits) {
        if (chance.temperature() == 0) {
            return logits.likeliest();
        }
        float[] shares = new float[logits.count()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = logits.of(i);
        }
        return drawn(shares);
    }

    /**
     * Draws from some tokens only.
     *
     * @return the index into {@code tokens}
     */
    int draw(Logits logits, int[] tokens, int count) {
        if (count == 1) {
            return 0;
        }
        float[] shares = new float[count];
        for (int i = 0; i < count; i++) {
            shares[i] = logits.of(tokens[i]);
        }
        return chance.temperature() == 0 ? greatest(shares) : drawn(shares);
    }

    private int drawn(float[] shares) {
        float top = shares[greatest(shares)];
        float by = (float) (1 / chance.temperature());
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Arithmetic.exp((shares[i] - top) * by);
        }
        if (chance.topP() < 1 || (chance.topK() > 0 && chance.topK() < shares.length)) {
            keepLikeliest(shares);
        }
        double left = random.next() * sum(shares, 0);
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                last = i;
                left -= shares[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Sets the shares of all tokens to 0 but those of the likeliest ones. */
    private void keepLikeliest(float[] shares) {
        double wanted = chance.topP() * sum(shares, 0);
        int most = chance.topK() > 0 ? chance.topK() : shares.length;
        float floor = 0.25f;
        while (floor > 1e-30f && sum(shares, floor) < wanted && count(shares, floor) < most) {
            floor /= 4;
        }
        float least = floor;
        // The share above, the number below: sorted, equal shares stand in the order of their tokens.
        long[] order = new long[count(shares, least)];
        int at = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= least) {
                order[at++] = ((long) ~Float.floatToIntBits(shares[i]) << 32) | i;
            }
        }
        Arrays.sort(order);
        float[] kept = new float[shares.length];
        double sum = 0;
        for (int i = 0; i < Math.min(order.length, most) && (i == 0 || sum < wanted); i++) {
            int token = (int) order[i];
            kept[token] = shares[token];
            sum += shares[token];
        }
        System.arraycopy(kept, 0, shares, 0, shares.length);
    }

    private static double sum(float[] shares, float least) {
        double sum = 0;
        for (float share : shares) {
            if (share >= least) {
                sum += share;
            }
        }
        return sum;
    }

    private static int count(float[] shares, float least) {
        int count = 0;
        for (float share : shares) {
            if (share >= least) {
                count++;
            }
        }
        return count;
    }

    private static int greatest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
