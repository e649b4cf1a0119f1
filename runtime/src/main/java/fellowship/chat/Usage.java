package fellowship.chat;

/**
 * What a call took.
 *
 * @param inputTokens tokens of the request
 * @param outputTokens tokens of the completion, hidden reasoning included
 * @param estimated whether the provider sent no believable numbers and these are our bound
 */
public record Usage(long inputTokens, long outputTokens, boolean estimated) {

    public Usage {
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException(
                    "token counts must be 0 or more, were " + inputTokens + ", " + outputTokens);
        }
    }

    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens, false);
    }

    /** About how many tokens a text has, when nobody has counted: a token for four characters, rounded up. */
    public static long estimate(String text) {
        return (text.length() + 3) / 4;
    }
}
