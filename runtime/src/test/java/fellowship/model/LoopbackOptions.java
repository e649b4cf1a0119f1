package fellowship.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a {@link LoopbackProvider} behaves. Shares are of tries, 0 to 1, drawn from the seed, the request's hash and the
 * number of the try, so that a run is repeatable whatever the order of arrival.
 *
 * @param port 0 for any free one
 * @param latency before each answer; the median where {@code sigma} is above 0
 * @param sigma of the lognormal latency, 0 for a fixed one
 * @param rpm requests a minute, given out evenly and saved up for one second; 0 for no limit
 * @param errors share of tries answered 500
 * @param refusals share of tries answered 429 with {@code retry-after: 0.05}
 * @param hangs share of tries that are never answered
 * @param poisoned share of requests that are answered 500 at every try
 * @param key the key that must come with a request; absent: none is asked for
 * @param words tokens of an answer in plain text
 * @param seed of all chances
 * @param replies the answer to a conversation's text, where the caller wants to decide
 */
public record LoopbackOptions(
        int port,
        Duration latency,
        double sigma,
        int rpm,
        double errors,
        double refusals,
        double hangs,
        double poisoned,
        Optional<String> key,
        int words,
        long seed,
        Function<LoopbackAsk, Optional<String>> replies) {

    /** Answers at once and never fails. */
    public static LoopbackOptions standard() {
        return new LoopbackOptions(
                0, Duration.ZERO, 0, 0, 0, 0, 0, 0, Optional.empty(), 40, 1, ask -> Optional.empty());
    }

    public LoopbackOptions withLatency(Duration value, double lognormal) {
        return new LoopbackOptions(
                port, value, lognormal, rpm, errors, refusals, hangs, poisoned, key, words, seed, replies);
    }

    public LoopbackOptions withKey(String value) {
        return new LoopbackOptions(
                port, latency, sigma, rpm, errors, refusals, hangs, poisoned, Optional.of(value), words, seed, replies);
    }

    public LoopbackOptions withRpm(int value) {
        return new LoopbackOptions(
                port, latency, sigma, value, errors, refusals, hangs, poisoned, key, words, seed, replies);
    }

    public LoopbackOptions withFaults(double p500, double p429, double pHang, double pPoison) {
        return new LoopbackOptions(port, latency, sigma, rpm, p500, p429, pHang, pPoison, key, words, seed, replies);
    }

    public LoopbackOptions withReplies(Function<LoopbackAsk, Optional<String>> value) {
        return new LoopbackOptions(
                port, latency, sigma, rpm, errors, refusals, hangs, poisoned, key, words, seed, value);
    }

    /** From words like {@code latency-ms=200 sigma=0.8 rpm=6000 p500=0.02 p429=0.02 phang=0.01 ppoison=0.01 port=0}. */
    static LoopbackOptions parse(String[] words) {
        Map<String, String> set = new HashMap<>();
        for (String word : words) {
            int at = word.indexOf('=');
            set.put(word.substring(0, at), word.substring(at + 1));
        }
        return new LoopbackOptions(
                Integer.parseInt(set.getOrDefault("port", "0")),
                Duration.ofMillis(Long.parseLong(set.getOrDefault("latency-ms", "0"))),
                Double.parseDouble(set.getOrDefault("sigma", "0")),
                Integer.parseInt(set.getOrDefault("rpm", "0")),
                Double.parseDouble(set.getOrDefault("p500", "0")),
                Double.parseDouble(set.getOrDefault("p429", "0")),
                Double.parseDouble(set.getOrDefault("phang", "0")),
                Double.parseDouble(set.getOrDefault("ppoison", "0")),
                Optional.ofNullable(set.get("key")),
                Integer.parseInt(set.getOrDefault("words", "40")),
                Long.parseLong(set.getOrDefault("seed", "1")),
                ask -> Optional.empty());
    }
}
