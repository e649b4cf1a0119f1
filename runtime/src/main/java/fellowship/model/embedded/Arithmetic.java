package fellowship.model.embedded;

/** Float functions with a fixed order of operations: the same bits on every machine and JDK. */
final class Arithmetic {

    private Arithmetic() {}

    /** e to the x, by a polynomial; within 2 units in the last place, and cheap. */
    static float exp(float x) {
        if (x < -87) {
            return 0;
        }
        if (x > 88) {
            return Float.POSITIVE_INFINITY;
        }
        float n = (float) Math.rint(x * 1.44269504f);
        float r = Math.fma(n, 2.12194440e-4f, Math.fma(n, -0.693359375f, x));
        float p = 1.9875691500E-4f;
        p = Math.fma(p, r, 1.3981999507E-3f);
        p = Math.fma(p, r, 8.3334519073E-3f);
        p = Math.fma(p, r, 4.1665795894E-2f);
        p = Math.fma(p, r, 1.6666665459E-1f);
        p = Math.fma(p, r, 5.0000001201E-1f);
        p = Math.fma(p, r * r, r) + 1;
        return p * Float.intBitsToFloat(((int) n + 127) << 23);
    }

    /** Scales a vector to a root mean square of 1, then by the weights. */
    static void norm(float[] x, int xAt, float[] weights, float epsilon, float[] y, int yAt) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.fma(x[xAt + i], x[xAt + i], sum);
        }
        float scale = (float) (1 / Math.sqrt(sum / weights.length + epsilon));
        for (int i = 0; i < weights.length; i++) {
            y[yAt + i] = weights[i] * (scale * x[xAt + i]);
        }
    }

    /** Turns scores into shares that add up to 1. */
    static void softmax(float[] x, int at, int count) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, x[at + i]);
        }
        float sum = 0;
        for (int i = 0; i < count; i++) {
            float share = exp(x[at + i] - greatest);
            x[at + i] = share;
            sum += share;
        }
        float by = 1 / sum;
        for (int i = 0; i < count; i++) {
            x[at + i] *= by;
        }
    }

    /** The gate of the feed-forward part: x times its logistic. */
    static float silu(float x) {
        return x / (1 + exp(-x));
    }

    /** Log of the sum of the exponentials of all logits: what a logit has to lose to become a log-probability. */
    static double logSum(float[] logits, int at, int count) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, logits[at + i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += exp(logits[at + i] - greatest);
        }
        return greatest + StrictMath.log(sum);
    }
}
