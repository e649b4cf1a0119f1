package fellowship.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What a play meets, all of it from one seed. Some kinds of faults are off and some are extreme, so that each is also
 * met without the others (swarm testing: Groce and others, ISSTA 2012).
 *
 * @param world which world, below {@link Simulator#WORLDS}
 * @param rates how likely each kind is, of a try; a kind that is absent never comes
 * @param latency the middle of an answer's time
 * @param inFlight most calls at one provider
 * @param perMinute the operator's limit on requests, if there is one
 * @param sync how long the disk takes for a commit
 * @param syncFails the commit of the first process that the disk refuses; 0: none
 * @param kills after how many requests in all a process is killed, rising
 * @param stopsAt after how many requests the first process is asked to stop; 0: never
 * @param outage from when to when the providers fail all calls
 * @param lost from when to when the account has no credit
 * @param cap the share of what the run costs that may be spent at first; absent: no cap
 * @param realFile whether the journal is the real file
 */
record Conditions(
        long seed,
        int world,
        int rows,
        Map<Kind, Double> rates,
        Duration latency,
        int inFlight,
        OptionalInt perMinute,
        Duration sync,
        int syncFails,
        List<Integer> kills,
        int stopsAt,
        Span outage,
        Span lost,
        OptionalDouble cap,
        boolean realFile) {

    /** From one moment to another; the same twice for never. */
    record Span(Duration from, Duration to) {

        static final Span NEVER = new Span(Duration.ZERO, Duration.ZERO);

        boolean holds(Duration at) {
            return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
        }
    }

    static Conditions of(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + 1);
        Map<Kind, Double> rates = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            int draw = random.nextInt(20);
            if (draw >= 11) {
                rates.put(kind, draw == 19 ? 0.3 + random.nextDouble() * 0.4 : 0.01 + random.nextDouble() * 0.07);
            }
        }
        List<Integer> kills = new ArrayList<>();
        for (int left = random.nextInt(5), at = 0; left > 0; left--) {
            at += 1 + random.nextInt(Math.max(1, rows * 3));
            kills.add(at);
        }
        int calls = rows * 4;
        return new Conditions(
                seed,
                (int) Math.floorMod(seed, (long) Simulator.WORLDS),
                rows,
                rates,
                Duration.ofMillis((long) (200 * Math.pow(40, random.nextDouble()))),
                List.of(1, 2, 16, 64).get(random.nextInt(4)),
                random.nextInt(3) == 0
                        ? OptionalInt.of(List.of(60, 240, 1200).get(random.nextInt(3)))
                        : OptionalInt.empty(),
                Duration.ofNanos(random.nextInt(4) == 0 ? 0 : random.nextLong(30_000_000)),
                random.nextInt(6) == 0 ? 1 + random.nextInt(calls) : 0,
                kills,
                random.nextInt(6) == 0 ? 1 + random.nextInt(calls) : 0,
                random.nextInt(6) == 0 ? span(random, 40 * 60) : Span.NEVER,
                random.nextInt(8) == 0 ? span(random, 5 * 60) : Span.NEVER,
                random.nextInt(3) == 0
                        ? OptionalDouble.of(random.nextBoolean() ? 0.2 + random.nextDouble() : 100)
                        : OptionalDouble.empty(),
                random.nextInt(24) == 0);
    }

    private static Span span(SplittableRandom random, int longest) {
        Duration from = Duration.ofMillis(random.nextLong(120_000));
        return new Span(from, from.plusSeconds(10 + random.nextInt(longest)));
    }

    /** The same without any disturbance. */
    Conditions calm() {
        return new Conditions(
                seed,
                world,
                rows,
                Map.of(),
                latency,
                16,
                OptionalInt.empty(),
                Duration.ZERO,
                0,
                List.of(),
                0,
                Span.NEVER,
                Span.NEVER,
                OptionalDouble.empty(),
                false);
    }

    /** Simpler ones, for finding the least that still fails. */
    List<Conditions> simpler() {
        List<Conditions> all = new ArrayList<>();
        if (rows > 1) {
            all.add(with(rows / 2, rates, kills, stopsAt, syncFails, outage, lost, cap, perMinute, realFile));
        }
        for (Kind kind : rates.keySet()) {
            Map<Kind, Double> less = new EnumMap<>(rates);
            less.remove(kind);
            all.add(with(rows, less, kills, stopsAt, syncFails, outage, lost, cap, perMinute, realFile));
        }
        for (int left = 0; left < kills.size(); left++) {
            List<Integer> less = new ArrayList<>(kills);
            less.remove(left);
            all.add(with(rows, rates, less, stopsAt, syncFails, outage, lost, cap, perMinute, realFile));
        }
        all.add(with(rows, rates, kills, 0, syncFails, outage, lost, cap, perMinute, realFile));
        all.add(with(rows, rates, kills, stopsAt, 0, outage, lost, cap, perMinute, realFile));
        all.add(with(rows, rates, kills, stopsAt, syncFails, Span.NEVER, lost, cap, perMinute, realFile));
        all.add(with(rows, rates, kills, stopsAt, syncFails, outage, Span.NEVER, cap, perMinute, realFile));
        all.add(with(
                rows, rates, kills, stopsAt, syncFails, outage, lost, OptionalDouble.empty(), perMinute, realFile));
        all.add(with(rows, rates, kills, stopsAt, syncFails, outage, lost, cap, OptionalInt.empty(), realFile));
        all.add(with(rows, rates, kills, stopsAt, syncFails, outage, lost, cap, perMinute, false));
        all.removeIf(this::equals);
        return all;
    }

    private Conditions with(
            int fewer,
            Map<Kind, Double> less,
            List<Integer> killed,
            int stop,
            int refused,
            Span out,
            Span gone,
            OptionalDouble share,
            OptionalInt limit,
            boolean real) {
        return new Conditions(
                seed, world, fewer, less, latency, inFlight, limit, sync, refused, killed, stop, out, gone, share,
                real);
    }
}
