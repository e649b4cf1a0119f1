package fellowship.report;

import fellowship.tally.Histogram;

/** How often which score was given, as columns that stand. */
final class ColumnPlot {

    private static final double WIDE = 320;
    private static final double HIGH = 150;
    private static final double TOP = 26;
    private static final double BOTTOM = 122;

    private ColumnPlot() {}

    static String svg(String title, Histogram histogram) {
        long most = histogram.counts().stream().mapToLong(Long::longValue).max().orElse(0);
        int bins = histogram.counts().size();
        Svg svg = new Svg(WIDE, HIGH, title, described(histogram));
        svg.text("head", 0, 14, "start", Svg.cut(title, 46));
        svg.line("grid", 4, BOTTOM, WIDE - 4, BOTTOM);
        double step = (WIDE - 8) / bins;
        for (int i = 0; i < bins; i++) {
            double high = most == 0 ? 0 : (BOTTOM - TOP) * histogram.counts().get(i) / most;
            svg.rect("bar", 4 + step * i + step * 0.1, BOTTOM - high, step * 0.8, high, 1);
            if (bins <= 12 || i % 5 == 0) {
                svg.text("tick", 4 + step * (i + 0.5), BOTTOM + 15, "middle", plain(histogram.middle(i)));
            }
        }
        return svg.toString();
    }

    private static String described(Histogram histogram) {
        StringBuilder out = new StringBuilder("mean " + Figure.number(histogram.mean()) + ". ");
        for (int i = 0; i < histogram.counts().size(); i++) {
            if (histogram.counts().get(i) > 0) {
                out.append(plain(histogram.middle(i)))
                        .append(": ")
                        .append(histogram.counts().get(i))
                        .append(". ");
            }
        }
        return out.toString().strip();
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Figure.number(value);
    }
}
