package fellowship.judging;

import fellowship.chat.Completion;
import fellowship.chat.Sampling;
import fellowship.chat.TokenLogprob;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Form;
import fellowship.plan.Scale;
import fellowship.prompt.Answer;
import fellowship.prompt.AnswerReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a reply that is one option alone, and weighs all options by the probabilities that the provider tells of that
 * place: the expectation of their values, over the options among the likeliest tokens, renormalised. Without
 * probabilities it is the value of the option that was given; then the mean over samples takes their place.
 */
final class ProbabilityReader implements AnswerReader<Map<String, Object>> {

    /** As many as providers tell. */
    private static final int MOST_ALTERNATIVES = 20;

    private final Map<String, Double> options;

    private ProbabilityReader(Map<String, Double> options) {
        this.options = options;
    }

    static ProbabilityReader of(Judge judge) {
        Map<String, Double> options = new LinkedHashMap<>();
        if (judge.marking().form() == Form.TRUTH) {
            options.put("A", 1.0);
            options.put("B", 0.0);
        } else {
            Scale scale = judge.marking().scale();
            for (long score = (long) scale.least(); score <= (long) scale.most(); score++) {
                options.put(Long.toString(score), (double) score);
            }
        }
        return new ProbabilityReader(options);
    }

    /** The judge's own, and the probabilities asked for where the script does not say how many. */
    static Sampling sampling(Judge judge) {
        Sampling own = judge.sampling();
        return new Sampling(
                own.temperature(),
                own.topP(),
                own.maxTokens(),
                own.stop(),
                OptionalInt.of(own.topLogprobs().orElse(MOST_ALTERNATIVES)));
    }

    /** The task in words; the reply's form is part of it. */
    static String task(Judge judge) {
        return judge.marking().form() == Form.TRUTH
                ? "Is the answer right?\n(A) true\n(B) false\n" + form(judge)
                : "Score the answer. " + form(judge);
    }

    static String form(Judge judge) {
        return judge.marking().form() == Form.TRUTH
                ? "Reply with the letter alone, A or B, and nothing else."
                : "Reply with one whole number from " + judge.marking().scale().words() + " and nothing else.";
    }

    @Override
    public Answer<Map<String, Object>> read(Completion completion) {
        String said = option(completion.text());
        Double stated = options.get(said);
        if (stated == null) {
            return new Answer.Unreadable<>(
                    completion.text(), "it is not one of " + String.join(", ", options.keySet()) + " alone");
        }
        double value = expectation(said, completion).orElse(stated);
        return new Answer.Read<>(Map.of(Task.SCORE, value));
    }

    private Optional<Double> expectation(String said, Completion completion) {
        Optional<TokenLogprob> place = completion.logprobs().stream()
                .filter(token -> !option(token.token()).isEmpty())
                .findFirst()
                .filter(token -> option(token.token()).equals(said))
                .filter(token -> !token.top().isEmpty());
        return place.map(token -> {
                    Map<String, Double> shares = new LinkedHashMap<>();
                    token.top().stream()
                            .filter(alternative -> options.containsKey(option(alternative.token())))
                            .forEach(alternative -> shares.merge(
                                    option(alternative.token()), Math.exp(alternative.logprob()), Double::sum));
                    double sum = shares.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    return shares.entrySet().stream()
                                    .mapToDouble(share -> share.getValue() * options.getOrDefault(share.getKey(), 0.0))
                                    .sum()
                            / sum;
                })
                .filter(Double::isFinite);
    }

    /** Without the marks around it; what stands between two digits is never taken out. */
    private static String option(String text) {
        return text.replaceAll("^[\\s(*_`\"'\\[]+|[\\s)*_`\"'.\\]]+$", "").toUpperCase(Locale.ROOT);
    }
}
