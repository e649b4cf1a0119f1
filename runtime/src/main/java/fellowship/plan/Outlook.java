package fellowship.plan;

import java.util.List;
import java.util.Map;

/** The three ways a run may go, and what is assumed of texts in each. */
enum Outlook {
    LOW(50, 20),
    EXPECTED(300, 150),
    WORST(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Characters of a token: the rule of {@link fellowship.chat.Usage#estimate}. */
    static final double CHARS = 4;

    private final int text;
    private final int typed;

    Outlook(int text, int typed) {
        this.text = text;
        this.typed = typed;
    }

    /** Tokens of one reply: 50, 300 or all it may have for text; 20, 150 or all it may have for a typed one. */
    double reply(int maxTokens, boolean isTyped) {
        return Math.min(maxTokens, isTyped ? typed : text);
    }

    /** Tokens of a column's text: of the mean length, in the worst case of the longest. */
    double column(EstimateInput.Length length) {
        return (this == WORST ? length.longest() : length.mean()) / CHARS;
    }

    /** One of several equally likely numbers: the mean; in the worst case the greatest. */
    double of(List<Double> likely) {
        return this == WORST
                ? likely.stream().mapToDouble(Double::doubleValue).max().orElse(0)
                : likely.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Drafts of a row: the fewest, the middle, the most. */
    double drafts(Upstream rows) {
        return switch (this) {
            case LOW -> rows.leastDrafts();
            case EXPECTED -> (rows.leastDrafts() + rows.mostDrafts()) / 2.0;
            case WORST -> rows.mostDrafts();
        };
    }

    /** Tokens of each column. */
    Map<String, Double> columns(RowType type, Map<String, EstimateInput.Length> lengths) {
        Map<String, Double> tokens = new java.util.LinkedHashMap<>();
        type.names()
                .forEach(name -> tokens.put(name, column(lengths.getOrDefault(name, EstimateInput.Length.UNKNOWN))));
        return tokens;
    }
}
