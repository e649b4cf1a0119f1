package fellowship.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts as bars that lie, the longest as wide as there is room. */
final class BarPlot {

    private static final double LEFT = 215;
    private static final double ROOM = 285;
    private static final double WIDTH = 660;
    private static final double ROW = 26;
    private static final double TOP = 26;

    private record Bar(String label, double value, String told, String kind) {}

    private final String title;
    private final List<Bar> bars = new ArrayList<>();

    BarPlot(String title) {
        this.title = title;
    }

    BarPlot add(String label, double value, String told, String kind) {
        bars.add(new Bar(label, value, told, kind));
        return this;
    }

    /** Empty where there is nothing to draw. */
    Optional<String> svg() {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        if (most <= 0) {
            return Optional.empty();
        }
        StringBuilder described = new StringBuilder();
        bars.forEach(bar ->
                described.append(bar.label()).append(": ").append(bar.told()).append(". "));
        Svg svg = new Svg(
                WIDTH, TOP + bars.size() * ROW + 4, title, described.toString().strip());
        svg.text("head", 0, 14, "start", title);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + i * ROW;
            double wide = bar.value() / most * ROOM;
            svg.text("label", LEFT - 12, y + 16, "end", Svg.cut(bar.label(), 34));
            svg.rect(bar.kind(), LEFT, y + 4, bar.value() > 0 ? Math.max(2, wide) : 0, ROW - 9, 1);
            svg.text("value", LEFT + wide + 8, y + 16, "start", bar.told());
        }
        return Optional.of(svg.toString());
    }
}
