package fellowship.simulation;

import fellowship.stats.Interval;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How often the interval of each measure holds the truth. */
final class Coverage {

    /** What one simulation told of one measure. */
    record Reading(OptionalDouble estimate, Optional<Interval> interval) {}

    private static final class Line {
        private final double truth;
        private int held;
        private int of;
        private double estimates;
        private double widths;

        Line(double truth) {
            this.truth = truth;
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** @param truths by measure */
    Coverage(Map<String, Double> truths) {
        truths.forEach((measure, truth) -> lines.put(measure, new Line(truth)));
    }

    synchronized void take(Map<String, Reading> readings) {
        lines.forEach((measure, line) -> {
            Reading reading = readings.get(measure);
            if (reading == null || reading.interval().isEmpty()) {
                throw new AssertionError("no interval was told of " + measure);
            }
            Interval interval = reading.interval().get();
            line.of++;
            line.held += interval.contains(line.truth) ? 1 : 0;
            line.estimates += reading.estimate().orElseThrow();
            line.widths += interval.high() - interval.low();
        });
    }

    /** The share of simulations whose interval held the truth, by measure. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        lines.forEach((measure, line) -> shares.put(measure, (double) line.held / line.of));
        return shares;
    }

    /** The mean of the estimates less the truth, in mean half widths of the interval. */
    Map<String, Double> biases() {
        Map<String, Double> biases = new LinkedHashMap<>();
        lines.forEach((measure, line) ->
                biases.put(measure, (line.estimates / line.of - line.truth) / (line.widths / line.of / 2)));
        return biases;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-44s %8s %8s %8s %8s%n", "measure", "truth", "mean", "width", "covered"));
        lines.forEach((measure, line) -> text.append(String.format(
                Locale.ROOT,
                "%-44s %8.4f %8.4f %8.4f %7.1f%%%n",
                measure,
                line.truth,
                line.estimates / line.of,
                line.widths / line.of,
                100.0 * line.held / line.of)));
        return text.toString();
    }
}
