package fellowship.tally;

import fellowship.stats.Bootstrap;
import fellowship.stats.Calibration;
import fellowship.stats.Measure;
import java.util.Arrays;
import java.util.Optional;

/** Holds what one annotator says of its certainty against the truth: five bytes for each judgment. */
final class CertaintyTally {

    private static final int BINS = 10;

    private float[] said = new float[16];
    private boolean[] right = new boolean[16];
    private int size;

    void add(double certainty, boolean wasRight) {
        if (size == said.length) {
            said = Arrays.copyOf(said, Math.multiplyExact(size, 2));
            right = Arrays.copyOf(right, said.length);
        }
        said[size] = (float) Math.max(0, Math.min(1, certainty));
        right[size++] = wasRight;
    }

    AgreementFigures.Certainty figures(String annotator, double level) {
        return new AgreementFigures.Certainty(
                annotator,
                estimate(level, Calibration::brier),
                estimate(level, (p, came) -> Calibration.error(p, came, Calibration.Bins.EQUAL_WIDTH, BINS)),
                estimate(level, Calibration::auroc));
    }

    private interface OfForecasts {
        Measure of(double[] forecasts, boolean[] came);
    }

    private Estimate estimate(double level, OfForecasts measure) {
        Bootstrap.Statistic statistic = items -> {
            double[] forecasts = new double[items.length];
            boolean[] came = new boolean[items.length];
            for (int i = 0; i < items.length; i++) {
                forecasts[i] = said[items[i]];
                came[i] = right[items[i]];
            }
            return measure.of(forecasts, came);
        };
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        Measure value = statistic.of(all);
        return new Estimate(
                value,
                value.value().isEmpty()
                        ? Optional.empty()
                        : Lengths.Resampling.of(size).flatMap(draws -> draws.percentile(statistic, level)),
                size);
    }
}
