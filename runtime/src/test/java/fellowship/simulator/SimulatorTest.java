package fellowship.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final int ROWS = Integer.getInteger("rows", 50);

    @Test
    void seedsPlay() {
        long from = Long.getLong("seed", 0);
        int runs = Integer.getInteger("runs", 64);
        int bad = 0;
        try (Simulator simulator = new Simulator()) {
            long start = System.nanoTime();
            long faults = 0, kills = 0, events = 0, requests = 0;
            for (long seed = from; seed < from + runs; seed++) {
                Played played = simulator.play(Conditions.of(seed, ROWS), Sabotage.NONE);
                faults += played.faults(); kills += played.kills(); events += played.events(); requests += played.requests();
                if (!played.good()) {
                    System.out.println("seed " + seed + ": " + played.violations().get(0));
                    bad++;
                    if (runs == 1) { System.out.println(Conditions.of(seed, ROWS)); System.out.println("simplest: " + simulator.shrink(Conditions.of(seed, ROWS), Sabotage.NONE)); }
                }
                if ((seed - from) % 64 == 63) System.out.printf("%d plays, %.1f s, %d faults %d kills %d events %d requests, bad %d%n", seed - from + 1, (System.nanoTime() - start) / 1e9, faults, kills, events, requests, bad);
            }
        }
        assertThat(bad).isZero();
    }
}
