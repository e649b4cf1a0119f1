package fellowship.report;

import java.util.Locale;

/** A drawing as text. Its colours come from the page, by class, so that it is read in the light and in the dark. */
final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final String title;
    private final String description;

    /**
     * @param title what it shows, for those who cannot see it too
     * @param description what can be seen in it, in a sentence
     */
    Svg(double width, double height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    Svg rect(String kind, double x, double y, double wide, double high, double opacity) {
        body.append("<rect class=\"").append(kind).append('"');
        at("x", x).at("y", y).at("width", Math.max(0, wide)).at("height", Math.max(0, high));
        if (opacity < 1) {
            at("fill-opacity", opacity);
        }
        body.append(" rx=\"2\"/>");
        return this;
    }

    /** What lies between two lines of steps. @param from and @param to heights, from the left to the right */
    Svg steps(String kind, double x, double step, double[] from, double[] to) {
        body.append("<path class=\"").append(kind).append("\" d=\"M");
        for (int i = 0; i < from.length; i++) {
            point(x + i * step, from[i]).point(x + (i + 1) * step, from[i]);
        }
        for (int i = to.length - 1; i >= 0; i--) {
            point(x + (i + 1) * step, to[i]).point(x + i * step, to[i]);
        }
        body.append("Z\"/>");
        return this;
    }

    private Svg point(double x, double y) {
        body.append(number(x)).append(' ').append(number(y)).append(' ');
        return this;
    }

    Svg line(String kind, double x1, double y1, double x2, double y2) {
        body.append("<line class=\"").append(kind).append('"');
        at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
        body.append("/>");
        return this;
    }

    Svg dot(String kind, double x, double y, double radius) {
        body.append("<circle class=\"").append(kind).append('"');
        at("cx", x).at("cy", y).at("r", radius);
        body.append("/>");
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(String kind, double x, double y, String anchor, String text) {
        body.append("<text class=\"")
                .append(kind)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append('"');
        at("x", x).at("y", y);
        body.append('>').append(Html.text(text)).append("</text>");
        return this;
    }

    private Svg at(String name, double value) {
        body.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
    }

    /** Cut where a label would run into what stands beside it. */
    static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    @Override
    public String toString() {
        return "<svg role=\"img\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" width=\"" + number(width)
                + "\" height=\"" + number(height) + "\"><title>" + Html.text(title) + "</title><desc>"
                + Html.text(description) + "</desc>" + body + "</svg>";
    }
}
