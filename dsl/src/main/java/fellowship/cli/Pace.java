package fellowship.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast a run goes, by its last twenty seconds. Used by one thread. */
final class Pace {

    private static final Duration WINDOW = Duration.ofSeconds(20);

    private record Point(Duration at, Counts.Snapshot counts) {}

    private final Deque<Point> points = new ArrayDeque<>();

    void add(Duration at, Counts.Snapshot counts) {
        points.addLast(new Point(at, counts));
        while (points.size() > 2 && at.minus(points.getFirst().at()).compareTo(WINDOW) > 0) {
            points.removeFirst();
        }
    }

    double callsPerSecond() {
        return perSecond(last().counts().calls() - first().counts().calls());
    }

    /** What is left at this pace; absent before the first row is done. */
    Optional<Duration> left() {
        Counts.Snapshot counts = last().counts();
        double rows = perSecond(counts.rows() - first().counts().rows());
        return rows <= 0 || counts.samples() < 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round((counts.samples() - counts.rows()) / rows)));
    }

    private double perSecond(long change) {
        double seconds = last().at().minus(first().at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : change / seconds;
    }

    private Point first() {
        return points.getFirst();
    }

    private Point last() {
        return points.getLast();
    }
}
