package fellowship.model.embedded;

/**
 * How well each token of the vocabulary would go on.
 *
 * @param scores holds one number for a token, from {@code at} on
 * @param count size of the vocabulary
 */
record Logits(float[] scores, int at, int count) {

    float of(int token) {
        return scores[at + token];
    }

    int likeliest() {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (scores[at + i] > scores[at + best]) {
                best = i;
            }
        }
        return best;
    }

    double logSum() {
        return Arithmetic.logSum(scores, at, count);
    }
}
