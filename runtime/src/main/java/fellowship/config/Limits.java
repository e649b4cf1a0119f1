package fellowship.config;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an account may send. What is absent is learned from the provider's answers.
 *
 * @param requestsPerMinute 1 or more
 * @param tokensPerMinute 1 or more, input and output together
 * @param inFlight most calls at once, 1 or more; absent: 256, or what the provider's kind suits
 */
public record Limits(OptionalInt requestsPerMinute, OptionalLong tokensPerMinute, OptionalInt inFlight) {

    public static Limits none() {
        return new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty());
    }
}
