package fellowship.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.proof.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the simulator: each planted bug is found, and soon. */
class PlantedBugsTest {

    private static final int ROWS = 20;

    /** Seeds within which each has to be found. */
    private static final int SEEDS = 200;

    /** @param seeds played until it was found; 0: it was not */
    private record Hunt(String bug, int seeds, String violation) {}

    @Test
    void everyPlantedBugIsFound() throws Exception {
        List<String> bugs = PlantedBugs.names();
        List<Hunt> hunts;
        try (Lane lane = new Lane()) {
            hunts = lane.each(bugs.size(), (simulator, bug) -> hunt(simulator, bugs.get(bug)));
        }
        hunts.forEach(hunt -> System.out.println("planted: " + hunt.bug() + ": "
                + (hunt.seeds() == 0 ? "NOT FOUND" : "seed " + hunt.seeds() + ": " + cut(hunt.violation()))));
        List<Integer> seeds = new ArrayList<>(hunts.stream()
                .map(Hunt::seeds)
                .filter(found -> found > 0)
                .sorted()
                .toList());
        Proof.figure("planted-bugs-found", seeds.size() + " of " + bugs.size());
        Proof.figure(
                "planted-bugs-seeds",
                "median " + seeds.get(seeds.size() / 2) + ", most " + seeds.get(seeds.size() - 1) + " of at most "
                        + SEEDS);
        assertThat(hunts.stream().filter(hunt -> hunt.seeds() == 0).map(Hunt::bug))
                .isEmpty();
        assertThat(bugs).hasSizeGreaterThanOrEqualTo(15);
    }

    private static Hunt hunt(Simulator simulator, String bug) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> new Hunt(
                        bug,
                        seed + 1,
                        simulator.play(Conditions.of(seed, ROWS), PlantedBugs.make(bug)).violations().stream()
                                .findFirst()
                                .orElse("")))
                .filter(hunt -> !hunt.violation().isEmpty())
                .findFirst()
                .orElse(new Hunt(bug, 0, ""));
    }

    private static String cut(String violation) {
        return violation.length() > 160 ? violation.substring(0, 160) + "…" : violation;
    }
}
