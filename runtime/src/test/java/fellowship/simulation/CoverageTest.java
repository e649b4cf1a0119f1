package fellowship.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final int SIMULATIONS = Integer.getInteger("simulations", 100);

    @Test
    void theReportsIntervalsHoldTheTruth() {
        long begin = System.nanoTime();
        Map<String, Double> truths = PanelSimulation.truths();
        long mid = System.nanoTime();
        Coverage coverage = new Coverage(truths);
        IntStream.range(0, SIMULATIONS).parallel().forEach(number -> coverage.take(PanelSimulation.run(number)));
        System.out.println(coverage);
        System.out.println((mid - begin) / 1e9 + " s truths, " + (System.nanoTime() - mid) / 1e9 + " s");
        assertThat(coverage.shares()).isNotEmpty();
    }
}
