package fellowship.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how a run goes: on a terminal one line that is redrawn four times a second, elsewhere a line every ten seconds. */
final class Progress implements AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";

    private final Counts counts;
    private final PrintStream err;
    private final boolean live;
    private final int width;
    private final Pace pace = new Pace();
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private Progress(Counts counts, Terminal terminal) {
        this.counts = counts;
        this.err = terminal.err();
        this.live = terminal.live();
        this.width = live ? terminal.width() - 1 : 200;
    }

    static Progress show(Counts counts, Terminal terminal) {
        Progress progress = new Progress(counts, terminal);
        progress.pace.add(Duration.ZERO, counts.now());
        long every = progress.live ? 250 : 10_000;
        progress.ticks.scheduleAtFixedRate(progress::tick, every, every, TimeUnit.MILLISECONDS);
        return progress;
    }

    private synchronized void tick() {
        Counts.Snapshot now = counts.now();
        pace.add(elapsed(), now);
        notes();
        String line = ProgressLine.of(now, pace, elapsed(), width);
        if (live) {
            err.print(CLEAR + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    private void notes() {
        for (String note = counts.notes().poll();
                note != null;
                note = counts.notes().poll()) {
            err.println((live ? CLEAR : "") + note);
        }
    }

    /** A line that stays, above the one that is redrawn. */
    synchronized void say(String line) {
        err.println((live ? CLEAR : "") + line);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public synchronized void close() {
        ticks.shutdownNow();
        if (live) {
            err.print(CLEAR);
        }
        notes();
        err.flush();
    }
}
