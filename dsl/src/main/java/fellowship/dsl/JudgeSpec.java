package fellowship.dsl;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words inside {@code judge(…) { … }}. */
public interface JudgeSpec extends PromptFiles, OrderWords {

    /** Names the model: a role of the configuration, or a full reference; without it, the judge's own name is the role. */
    void model(String role);

    /** Sets how freely judgments are drawn, from 0 to 2; without it, the provider's own setting. */
    void temperature(double value);

    /** Bounds a judgment, in tokens; without it, 1024. */
    void maxTokens(int count);

    /** Says what counts; without it, instruction following, helpfulness, relevance, accuracy and creativity. */
    void criteria(String template);

    /** Says what the candidates answer; without it, the column {@code prompt}. */
    void question(String template);

    /**
     * Shows the judge a good answer to measure the candidates by, filled from the row's columns:
     * {@code reference '{{solution}}'}.
     */
    void reference(String template);

    /** Says whose eyes the judge sees with: {@code persona 'a nurse of {{age}} years'}. */
    void persona(String template);

    /**
     * Has both candidates scored in one reply, from 0 to 10 or on the scale said: {@code scoring(outOf: 5)},
     * {@code scoring(from: 1, to: 5)}, {@code scoring(levels: [poor: 1, fair: 2, good: 3])}; the higher score wins.
     */
    void scoring(
            @NamedParams({
                        @NamedParam(value = "outOf", type = Number.class),
                        @NamedParam(value = "from", type = Number.class),
                        @NamedParam(value = "to", type = Number.class),
                        @NamedParam(value = "levels", type = Map.class)
                    })
                    Map<String, ?> scale);

    /** The same for Java. */
    default void scoring(int outOf) {
        scoring(Map.of("outOf", outOf));
    }

    /**
     * Has each candidate scored in a reply of its own, on the same scales as {@code scoring}:
     * {@code scoringAlone(outOf: 5)}.
     */
    void scoringAlone(
            @NamedParams({
                        @NamedParam(value = "outOf", type = Number.class),
                        @NamedParam(value = "from", type = Number.class),
                        @NamedParam(value = "to", type = Number.class),
                        @NamedParam(value = "levels", type = Map.class)
                    })
                    Map<String, ?> scale);

    /** Has each candidate scored in a reply of its own, from 0 to 10. */
    default void scoringAlone() {
        scoringAlone(Map.of());
    }

    /**
     * Takes for each candidate the mean of all whole numbers of the scale, weighed by how likely the judge is to say
     * each: {@code expectedScore(from: 0, to: 9)}.
     */
    void expectedScore(
            @NamedParams({
                        @NamedParam(value = "from", type = Number.class),
                        @NamedParam(value = "to", type = Number.class)
                    })
                    Map<String, ?> scale);

    /** Takes for each candidate the mean of 0 to 9, weighed by how likely the judge is to say each. */
    default void expectedScore() {
        expectedScore(Map.of());
    }

    /** Takes for each candidate how likely the judge is to call it right, from 0 to 1. */
    void probabilityTrue();

    /** Has the judge say which candidate is better, or that they are equal. */
    void directComparison();

    /**
     * Adds a line to the rubric: each is scored by itself, and their mean is the score:
     * {@code criterion('accuracy', 'Is every claim true?')}.
     */
    default void criterion(String name, String says) {
        criterion(Map.of(), name, says);
    }

    /**
     * Adds a line to the rubric that counts more or less than 1 in the mean:
     * {@code criterion(weight: 2, 'accuracy', 'Is every claim true?')}.
     */
    void criterion(
            @NamedParams(@NamedParam(value = "weight", type = Number.class)) Map<String, ?> options,
            String name,
            String says);

    /** The same for Java. */
    default void criterion(double weight, String name, String says) {
        criterion(Map.of("weight", weight), name, says);
    }

    /** Has the judge also say how sure it is. */
    void certainty();

    /** Puts the judge's reasons after its verdict; without it, they come first, so that the verdict can follow from them. */
    void verdictFirst();

    /** Asks for no reasons: cheaper, and worse. */
    void withoutReasons();

    /** Puts each question this many times and settles the judgments together. */
    void samples(int count);

    /** Has the judge answer the question itself before it sees the candidates. */
    void ownAnswerFirst();

    /** Has the judge choose the context that fits, and judge under it: {@code contexts('for a child', 'for an expert')}. */
    void contexts(String... templates);

    /** Lets the judge use tools before it judges, four times at most: {@code tools('calculator', 'calendar')}. */
    default void tools(String... names) {
        tools(Map.of(), names);
    }

    /** Lets the judge use tools before it judges, as often as said at most: {@code tools(atMost: 3, 'calculator')}. */
    void tools(
            @NamedParams(@NamedParam(value = "atMost", type = Number.class)) Map<String, ?> options, String... names);

    /** The same for Java. */
    default void tools(int atMost, String... names) {
        tools(Map.of("atMost", atMost), names);
    }

    /** Names the kinds of mistakes that the judge may find when it verifies steps; without it, a step is right or wrong. */
    void errorTypes(String... names);

    /** Has the judge reply in text that ends in marked lines. */
    void replyInLines();

    /** Has the judge reply in JSON; without either, it is JSON where the provider takes a schema and lines elsewhere. */
    void replyInJson();

    /**
     * Repeats this share of comparisons with a worthless answer in one place, to measure the judge:
     * {@code plants 0.02}; such judgments decide nothing.
     */
    void plants(double share);
}
