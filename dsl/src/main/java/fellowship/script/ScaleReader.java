package fellowship.script;

import fellowship.plan.Scale;
import fellowship.plan.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the scale of a judge's scores from the named arguments of its word. */
final class ScaleReader {

    private final String word;
    private final Map<String, ?> said;
    private final SourcePosition at;
    private final Problems problems;
    private final NamedNumbers numbers;

    ScaleReader(String word, Map<String, ?> said, Origin origin, Problems problems) {
        this.word = word;
        this.said = said;
        this.at = origin.here();
        this.problems = problems;
        this.numbers = new NamedNumbers(word, said, origin, problems);
    }

    /** The scale that is said, {@code otherwise} where none is, or where it is no scale, which is told. */
    Scale scale(Scale otherwise) {
        boolean between = said.containsKey("from") || said.containsKey("to");
        int ways = (said.containsKey("outOf") ? 1 : 0) + (between ? 1 : 0) + (said.containsKey("levels") ? 1 : 0);
        if (ways > 1) {
            problems.error(at, "a scale is said in one way: outOf, from and to, or levels");
            return otherwise;
        }
        if (said.containsKey("outOf")) {
            var most = numbers.whole("outOf", 2);
            return most.isPresent() ? Scale.outOf(most.getAsInt()) : otherwise;
        }
        if (between) {
            return between(otherwise);
        }
        return said.get("levels") instanceof Map<?, ?> levels ? levels(levels, otherwise) : otherwise;
    }

    private Scale between(Scale otherwise) {
        if (!(said.get("from") instanceof Number from) || !(said.get("to") instanceof Number to)) {
            problems.error(at, "a scale has two ends: " + word + "(from: 1, to: 5)");
            return otherwise;
        }
        if (!(from.doubleValue() < to.doubleValue()) || Double.isInfinite(to.doubleValue() - from.doubleValue())) {
            problems.error(at, "the from of " + word + " must be below its to, was " + from + " and " + to);
            return otherwise;
        }
        return Scale.between(from.doubleValue(), to.doubleValue());
    }

    private Scale levels(Map<?, ?> levels, Scale otherwise) {
        Map<String, Double> scores = new LinkedHashMap<>();
        levels.forEach((name, score) -> {
            if (score instanceof Number number && Double.isFinite(number.doubleValue())) {
                scores.put(String.valueOf(name), number.doubleValue());
            } else {
                problems.error(at, "the level '" + name + "' of " + word + " needs a number, was " + score);
            }
        });
        if (scores.size() < levels.size()) {
            return otherwise;
        }
        if (scores.size() < 2 || scores.values().stream().distinct().count() < scores.size()) {
            problems.error(at, "the levels of " + word + " must be two or more, each with a score of its own");
            return otherwise;
        }
        Map<String, Double> rising = new LinkedHashMap<>();
        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(level -> rising.put(level.getKey(), level.getValue()));
        return Scale.named(rising);
    }
}
