package fellowship.plan;

/**
 * One line of a rubric.
 *
 * @param name letters, digits and {@code _}, unique in the rubric
 * @param weight in the weighted mean, above 0
 * @param says what it asks of an answer
 */
public record Criterion(String name, double weight, String says) {}
