package fellowship.dsl;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words inside {@code judge(…) { … }}. */
public interface JudgeSpec extends PromptFiles {

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

    /** Has each candidate scored, from 0 to 10 or to {@code outOf}; the higher score wins. */
    void scoring(@NamedParams(@NamedParam(value = "outOf", type = Number.class)) Map<String, ?> scale);

    /** The same for Java. */
    default void scoring(int outOf) {
        scoring(Map.of("outOf", outOf));
    }

    /** Has the judge say which candidate is better, or that they are equal. */
    void directComparison();

    /** Asks each comparison twice, the second time with the candidates exchanged; this is the default. */
    void bothOrders();

    /** Asks each comparison once, in the row's order: half the price, and no guard against a liking for one place. */
    void oneOrder();
}
