package fellowship.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.proof.Proof;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Whole runs with faults, kills and goings-on in virtual time. {@code -Dfellowship.seeds=0-119999} for a night, and
 * {@code -Dfellowship.seeds=4711} to play one again: it is then made as simple as it can be while it still fails.
 */
class SimulatorTest {

    private static final String SEEDS = System.getProperty("fellowship.seeds", "0-383");

    static final int ROWS = Integer.getInteger("fellowship.rows", 50);

    /** Failing seeds that are told in full. */
    private static final int TOLD = 5;

    @Test
    void noSeedFindsARunThatLosesPaysTwiceOrTellsOtherwise() throws Exception {
        String[] ends = SEEDS.split("-");
        long first = Long.parseLong(ends[0]);
        int runs = (int) (Long.parseLong(ends[ends.length - 1]) - first + 1);
        long start = System.nanoTime();
        List<Played> all;
        try (Lane lane = new Lane()) {
            all = lane.each(runs, (simulator, run) -> played(simulator, first + run));
            double minutes = (System.nanoTime() - start) / 60e9;
            List<Played> bad = all.stream().filter(play -> !play.good()).toList();
            Proof.figure("simulated-runs", runs);
            Proof.figure("simulated-faults", sum(all, Played::faults));
            Proof.figure("simulated-crashes", sum(all, Played::kills));
            Proof.figure("simulated-requests", sum(all, Played::requests));
            Proof.figure("simulated-violations", bad.size());
            Proof.figure("simulated-hours", sum(all, play -> play.virtual().toMinutes()) / 60);
            Proof.figure("simulated-windows", sum(all, Played::windows));
            Proof.figure("simulated-overshoot-micros", most(all, Played::overshootMicros));
            Proof.figure("simulated-repeated-per-kill", "at most " + most(all, Played::mostRepeated));
            Proof.figure(
                    "simulated-speed",
                    String.format(Locale.ROOT, "%.0f runs of %d rows a minute", runs / minutes, ROWS));
            assertThat(bad.stream().limit(TOLD).map(Played::violations)).isEmpty();
        }
    }

    private static Played played(Simulator simulator, long seed) {
        Conditions conditions = Conditions.of(seed, ROWS);
        Played played = simulator.play(conditions, Sabotage.NONE);
        if (!played.good()) {
            System.out.println("seed " + seed + ": " + played.violations()
                    + "\n  play it again: mvn -pl runtime test -Dtest=SimulatorTest -Dfellowship.seeds=" + seed);
            if (SEEDS.equals(Long.toString(seed))) {
                System.out.println("  it met: " + conditions + "\n  the least that fails: "
                        + simulator.shrink(conditions, Sabotage.NONE));
            }
        }
        return played;
    }

    private static long sum(List<Played> all, ToLongFunction<Played> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private static long most(List<Played> all, ToLongFunction<Played> figure) {
        return all.stream().mapToLong(figure).max().orElse(0);
    }
}
