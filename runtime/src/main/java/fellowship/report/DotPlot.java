package fellowship.report;

import fellowship.stats.Interval;
import fellowship.tally.Estimate;
import fellowship.tally.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Numbers with their intervals: a dot and whiskers on each line, all on one scale. */
final class DotPlot {

    private static final double LEFT = 215;
    private static final double RIGHT = 475;
    private static final double WIDTH = 660;
    private static final double ROW = 26;
    private static final double TOP = 26;

    private record Line(String label, double value, Optional<Interval> interval, String told) {}

    private final String title;
    private static final double[] ENDS = {0.02, 0.05, 0.1, 0.25, 0.5, 1};

    private final double low;
    private final double most;
    private final OptionalDouble reference;
    private double high;
    private final DoubleFunction<String> ticks;
    private final List<Line> lines = new ArrayList<>();

    private DotPlot(String title, double low, double high, OptionalDouble reference, DoubleFunction<String> ticks) {
        this.title = title;
        this.low = low;
        this.most = high;
        this.high = high;
        this.reference = reference;
        this.ticks = ticks;
    }

    /**
     * Shares, from 0 to 100 %; less where all are small and there is no reference.
     *
     * @param reference what would be no effect
     */
    static DotPlot shares(String title, OptionalDouble reference) {
        return new DotPlot(title, 0, 1, reference, DotPlot::percent);
    }

    /** Numbers on a scale of their own. */
    static DotPlot numbers(String title, double low, double high, double reference) {
        return new DotPlot(title, low, high, OptionalDouble.of(reference), Figure::number);
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return text.replaceFirst("\\.0$", "") + " %";
    }

    DotPlot add(String label, Share share) {
        if (share.of() > 0) {
            lines.add(new Line(label, share.rate().orElse(0), share.interval(), Figure.share(share)));
        }
        return this;
    }

    DotPlot add(String label, Estimate estimate) {
        return add(label, estimate, Figure.estimate(estimate));
    }

    /** @param told what stands beside it */
    DotPlot add(String label, Estimate estimate, String told) {
        estimate.value().value().ifPresent(value -> lines.add(new Line(label, value, estimate.interval(), told)));
        return this;
    }

    /** Empty where there is nothing to draw. */
    Optional<String> svg() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (reference.isEmpty()) {
            double reach = lines.stream()
                    .mapToDouble(line -> line.interval().map(Interval::high).orElse(line.value()))
                    .max()
                    .orElse(most);
            high = Arrays.stream(ENDS).filter(end -> end >= reach).findFirst().orElse(most);
        }
        double bottom = TOP + lines.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 22, title, described());
        svg.text("head", 0, 14, "start", title);
        for (int i = 0; i <= 4; i++) {
            double value = low + (high - low) * i / 4;
            svg.line("grid", x(value), TOP, x(value), bottom);
            svg.text("tick", x(value), bottom + 15, "middle", ticks.apply(value));
        }
        reference.ifPresent(value -> svg.line("reference", x(value), TOP - 4, x(value), bottom + 4));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double y = TOP + i * ROW + ROW / 2;
            svg.text("label", LEFT - 12, y + 4, "end", Svg.cut(line.label(), 34));
            line.interval().ifPresent(interval -> svg.line("whisker", x(interval.low()), y, x(interval.high()), y)
                    .line("whisker", x(interval.low()), y - 4, x(interval.low()), y + 4)
                    .line("whisker", x(interval.high()), y - 4, x(interval.high()), y + 4));
            svg.dot("dot", x(line.value()), y, 5);
            svg.text("value", RIGHT + 24, y + 4, "start", line.told());
        }
        return Optional.of(svg.toString());
    }

    private String described() {
        StringBuilder out = new StringBuilder();
        lines.forEach(line ->
                out.append(line.label()).append(": ").append(line.told()).append(". "));
        return out.toString().strip();
    }

    private double x(double value) {
        return LEFT + (Math.max(low, Math.min(high, value)) - low) / (high - low) * (RIGHT - LEFT);
    }
}
