package fellowship.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's progress in a line, its parts in the order of their importance: where there is no room, the last are left out. */
final class ProgressLine {

    private ProgressLine() {}

    static String of(Counts.Snapshot counts, Pace pace, Duration elapsed, int width) {
        StringBuilder line = new StringBuilder();
        for (String part : parts(counts, pace, elapsed)) {
            if (line.length() + part.length() + 2 > width) {
                break;
            }
            line.append(line.length() == 0 ? "" : "  ").append(part);
        }
        return line.toString();
    }

    private static List<String> parts(Counts.Snapshot counts, Pace pace, Duration elapsed) {
        List<String> parts = new ArrayList<>();
        parts.add(
                counts.samples() < 0
                        ? "reading the input"
                        : Figures.count(counts.rows()) + "/" + Figures.count(counts.samples()) + " rows");
        pace.left().ifPresent(left -> parts.add("left " + Figures.time(left)));
        parts.add(Figures.brief(counts.calls()) + " calls");
        if (counts.micros() > 0) {
            parts.add(Figures.usd(counts.micros() / 1e6));
        }
        parts.add(String.format(Locale.ROOT, "%.1f/s", pace.callsPerSecond()));
        parts.add(counts.inFlight() + " in flight");
        if (counts.reused() > 0) {
            parts.add(Figures.brief(counts.reused()) + " cached");
        }
        if (counts.rejected() > 0) {
            parts.add(Figures.count(counts.rejected()) + " rejected");
        }
        if (counts.slowed() > 0) {
            parts.add(Figures.count(counts.slowed()) + " × 429");
        }
        parts.add(Figures.brief(counts.inputTokens()) + "+" + Figures.brief(counts.outputTokens()) + " tokens");
        parts.add(Figures.time(elapsed));
        return parts;
    }
}
