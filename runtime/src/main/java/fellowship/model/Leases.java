package fellowship.model;

import fellowship.seam.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Processes of one user hear of each other through a folder for each account: each keeps an empty file there, a lease,
 * and touches it every second. Whoever has not touched its own for five seconds is taken for dead. All who live have
 * equal parts.
 *
 * <p>Nobody locks and nobody waits for a disk: what cannot be read or written in time is taken as if nobody else were
 * there. A process that finds others sends nothing for two beats, so that they have made room before it begins.
 */
final class Leases implements Peers {

    static final Duration BEAT = Duration.ofSeconds(1);

    /** How long a lease that is not touched counts. */
    static final Duration LIFE = Duration.ofSeconds(5);

    /** Until all others have heard of a new one. */
    static final Duration NEWS = Duration.ofMillis(2_200);

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration LITTER = Duration.ofMinutes(1);
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Path folder;
    private final Time time;
    private final Scheduler disk;

    /** @param disk runs what touches the disk, so that nobody else waits for it */
    Leases(Path folder, Time time, Scheduler disk) {
        this.folder = folder;
        this.time = time;
        this.disk = disk;
    }

    @Override
    public Runnable join(String account, DoubleConsumer share) {
        return new Lease(folder.resolve(account), share)::end;
    }

    private final class Lease {

        private final Path place;
        private final Path file;
        private final DoubleConsumer share;
        private final Disposable beats;
        private boolean begun;
        private boolean ended;
        private double told;
        private Duration silentUntil = Duration.ZERO;
        private Duration beatAt = Duration.ZERO;

        Lease(Path place, DoubleConsumer share) {
            this.place = place;
            this.file = place.resolve(ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
            this.share = share;
            share.accept(0);
            disk.schedule(this::beat);
            time.scheduler().schedule(this::giveUp, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            this.beats = time.scheduler()
                    .schedulePeriodically(
                            () -> disk.schedule(this::beat), BEAT.toNanos(), BEAT.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** The disk takes too long. */
        private synchronized void giveUp() {
            if (!begun && !ended) {
                begun = true;
                tell(1);
            }
        }

        private void beat() {
            int living;
            try {
                living = look();
            } catch (IOException | RuntimeException e) {
                living = 1; // Sharing is a courtesy: where it cannot be had, the run goes on alone.
            }
            heard(living);
        }

        private synchronized void heard(int living) {
            Duration now = time.elapsed();
            boolean late = begun && now.minus(beatAt).compareTo(LIFE) > 0;
            beatAt = now;
            if (ended) {
                return;
            }
            if (living > 1 && (!begun || late)) {
                silentUntil = now.plus(NEWS);
                tell(0);
                time.scheduler().schedule(() -> disk.schedule(this::beat), NEWS.toNanos(), TimeUnit.NANOSECONDS);
            }
            begun = true;
            if (now.compareTo(silentUntil) >= 0) {
                tell(1.0 / living);
            }
        }

        private void tell(double part) {
            if (part != told) {
                told = part;
                share.accept(part);
            }
        }

        /** Touches this lease, then counts those that live: whoever comes at the same moment sees this one or is seen. */
        private int look() throws IOException {
            Instant now = time.now();
            synchronized (this) {
                if (ended) {
                    return 1;
                }
                Files.createDirectories(place);
                if (!Files.exists(file)) {
                    Files.createFile(file);
                }
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            List<Path> all;
            try (Stream<Path> files = Files.list(place)) {
                all = files.toList();
            }
            int living = 0;
            for (Path each : all) {
                living += each.equals(file) || lives(each, now) ? 1 : 0;
            }
            return Math.max(1, living);
        }

        private static boolean lives(Path lease, Instant now) {
            try {
                Duration age = Duration.between(Files.getLastModifiedTime(lease).toInstant(), now);
                if (age.compareTo(LITTER) > 0) {
                    Files.deleteIfExists(lease);
                }
                return age.compareTo(LIFE) <= 0;
            } catch (IOException e) {
                return false; // It ended while it was looked at.
            }
        }

        void end() {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
            }
            beats.dispose();
            disk.schedule(() -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException | RuntimeException e) {
                    // It is taken for dead in a moment.
                }
            });
        }
    }
}
