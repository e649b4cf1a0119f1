package fellowship.simulator;

import fellowship.seam.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Time that goes on from event to event, in the thread that asks for the next one. What falls on the same instant is
 * played in an order that the seed draws; only the tasks of one worker keep theirs, as Reactor needs it.
 */
final class EventTime implements Scheduler {

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private final PriorityQueue<Task> queue = new PriorityQueue<>();
    private final SplittableRandom order;
    private long now;
    private long serial;
    private long events;

    EventTime(long seed) {
        this.order = new SplittableRandom(seed);
    }

    Time time() {
        return new Time(this, new EventClock());
    }

    Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** Events played so far. */
    long events() {
        return events;
    }

    /** Plays the next event; says whether there was one. */
    boolean step() {
        for (Task next = queue.poll(); next != null; next = queue.poll()) {
            if (!next.disposed) {
                now = Math.max(now, next.at);
                events++;
                next.run();
                return true;
            }
        }
        return false;
    }

    /** The process that made them is gone: its events never come. */
    void forgetAll() {
        queue.clear();
    }

    void pass(Duration pause) {
        now += Math.max(0, pause.toNanos());
    }

    private Task add(Runnable body, long delay, TimeUnit unit, int rank) {
        Task task = new Task(body, now + unit.toNanos(Math.max(0, delay)), rank, serial++);
        queue.add(task);
        return task;
    }

    private int rank() {
        return order.nextInt(1 << 20);
    }

    @Override
    public Disposable schedule(Runnable body) {
        return add(body, 0, TimeUnit.NANOSECONDS, rank());
    }

    @Override
    public Disposable schedule(Runnable body, long delay, TimeUnit unit) {
        return add(body, delay, unit, rank());
    }

    @Override
    public Worker createWorker() {
        return new EventWorker(rank());
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(now, TimeUnit.NANOSECONDS);
    }

    private static final class Task implements Disposable, Comparable<Task> {

        private final Runnable body;
        private final long at;
        private final int rank;
        private final long serial;
        private boolean disposed;

        Task(Runnable body, long at, int rank, long serial) {
            this.body = body;
            this.at = at;
            this.rank = rank;
            this.serial = serial;
        }

        void run() {
            disposed = true;
            body.run();
        }

        @Override
        public void dispose() {
            disposed = true;
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }

        @Override
        public int compareTo(Task other) {
            int time = Long.compare(at, other.at);
            int drawn = time != 0 ? time : Integer.compare(rank, other.rank);
            return drawn != 0 ? drawn : Long.compare(serial, other.serial);
        }
    }

    private final class EventWorker implements Worker {

        private final int rank;
        private boolean disposed;

        EventWorker(int rank) {
            this.rank = rank;
        }

        @Override
        public Disposable schedule(Runnable body) {
            return schedule(body, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable body, long delay, TimeUnit unit) {
            return add(
                    () -> {
                        if (!disposed) {
                            body.run();
                        }
                    },
                    delay,
                    unit,
                    rank);
        }

        @Override
        public void dispose() {
            disposed = true;
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }

    private final class EventClock extends Clock {

        @Override
        public Instant instant() {
            return START.plusNanos(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
