package fellowship.model.embedded;

import fellowship.chat.Sampling;
import java.util.Arrays;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the likeliest token always
 * @param topP draw from the likeliest tokens that together have this share; 1 for all
 * @param topK draw from so many of the likeliest tokens; 0 for all
 */
record Chance(double temperature, double topP, int topK) {

    /** At 0 small models repeat themselves for ever. */
    static final double DEFAULT_TEMPERATURE = 0.7;

    static Chance of(Sampling sampling) {
        return new Chance(
                sampling.temperature().orElse(DEFAULT_TEMPERATURE),
                sampling.topP().orElse(1),
                0);
    }

    /** The seed of one draw: the same prompt, drawn in the same way under the same number, gets the same tokens. */
    long seed(int[] prompt, int draw) {
        long seed = Arrays.hashCode(prompt);
        for (long part : new long[] {
            prompt.length, draw, Double.doubleToLongBits(temperature), Double.doubleToLongBits(topP), topK
        }) {
            seed = (seed ^ part) * 0x9e3779b97f4a7c15L;
            seed ^= seed >>> 29;
        }
        return seed;
    }
}
