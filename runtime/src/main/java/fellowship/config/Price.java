package fellowship.config;

/**
 * What tokens cost.
 *
 * @param inputUsd US dollars for a million input tokens, 0 or more
 * @param outputUsd US dollars for a million output tokens, 0 or more
 */
public record Price(double inputUsd, double outputUsd) {

    public static final Price FREE = new Price(0, 0);

    public Price {
        if (!(inputUsd >= 0) || !(outputUsd >= 0)) {
            throw new IllegalArgumentException("a price must be 0 or more, was " + inputUsd + ", " + outputUsd);
        }
    }

    /** The price of a call in millionths of a dollar, rounded up: a whole number, so that sums are exact. */
    public long micros(long inputTokens, long outputTokens) {
        return (long) Math.ceil(inputTokens * inputUsd + outputTokens * outputUsd);
    }
}
