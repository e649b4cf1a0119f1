package fellowship.chat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a completion is drawn. What is absent is left to the provider.
 *
 * @param temperature 0 to 2
 * @param topP above 0, up to 1
 * @param maxTokens most tokens of the completion, 1 or more; it bounds what a call can cost, so it is never absent
 * @param stop texts that end the completion
 * @param topLogprobs how many alternatives per token to report with their log-probability, 0 to 20; absent: none at all
 */
public record Sampling(
        OptionalDouble temperature, OptionalDouble topP, int maxTokens, List<String> stop, OptionalInt topLogprobs) {

    /** The bound on a completion when a script names none, in tokens. */
    public static final int DEFAULT_MAX_TOKENS = 1024;

    public Sampling {
        stop = List.copyOf(stop);
        if (temperature.isPresent() && !(temperature.getAsDouble() >= 0 && temperature.getAsDouble() <= 2)) {
            throw new IllegalArgumentException("temperature must be 0 to 2, was " + temperature.getAsDouble());
        }
        if (topP.isPresent() && !(topP.getAsDouble() > 0 && topP.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("topP must be above 0 and at most 1, was " + topP.getAsDouble());
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be 1 or more, was " + maxTokens);
        }
        if (topLogprobs.isPresent() && (topLogprobs.getAsInt() < 0 || topLogprobs.getAsInt() > 20)) {
            throw new IllegalArgumentException("topLogprobs must be 0 to 20, was " + topLogprobs.getAsInt());
        }
    }

    /** The provider's own settings, {@value #DEFAULT_MAX_TOKENS} tokens at most. */
    public static Sampling standard() {
        return new Sampling(
                OptionalDouble.empty(), OptionalDouble.empty(), DEFAULT_MAX_TOKENS, List.of(), OptionalInt.empty());
    }

    public Sampling withTemperature(double value) {
        return new Sampling(OptionalDouble.of(value), topP, maxTokens, stop, topLogprobs);
    }

    public Sampling withMaxTokens(int value) {
        return new Sampling(temperature, topP, value, stop, topLogprobs);
    }
}
