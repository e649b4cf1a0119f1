package fellowship.export.split;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The splits beside {@code train}, each with its share of all records.
 *
 * @param shares by name, in the order given; each above 0, together below 1
 */
public record Shares(Map<String, Double> shares) {

    public static final String TRAIN = "train";

    /** What {@code datasets} takes as a split's name. */
    private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)*");

    public Shares {
        shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        double sum = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            if (!NAME.matcher(share.getKey()).matches() || share.getKey().equals(TRAIN)) {
                throw new IllegalArgumentException("'" + share.getKey()
                        + "' is no name for a split beside train: letters, digits and _, as in test=0.1");
            }
            if (!(share.getValue() > 0)) {
                throw new IllegalArgumentException(
                        "the share of '" + share.getKey() + "' must be above 0, was " + share.getValue());
            }
            sum += share.getValue();
        }
        if (!(sum < 1)) {
            throw new IllegalArgumentException("the shares must leave something to train; together they are " + sum);
        }
    }

    public static Shares none() {
        return new Shares(Map.of());
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }
}
