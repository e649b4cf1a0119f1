package fellowship.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scale of a judge's scores.
 *
 * @param least the lowest score
 * @param most the highest score, above {@code least}
 * @param levels named scores from worst to best, the only ones that can be given; empty: any number between the ends
 */
public record Scale(double least, double most, Map<String, Double> levels) {

    public Scale {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** From 0 to this. */
    public static Scale outOf(double most) {
        return new Scale(0, most, Map.of());
    }

    /** From this to that. */
    public static Scale between(double least, double most) {
        return new Scale(least, most, Map.of());
    }

    /** Names with their scores; at least one. */
    public static Scale named(Map<String, Double> levels) {
        return new Scale(
                levels.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                levels.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                levels);
    }

    /** As people say it: {@code 0 to 10}, or the names. */
    public String words() {
        return levels.isEmpty()
                ? Plain.number(least) + " to " + Plain.number(most)
                : String.join(", ", levels.keySet());
    }
}
