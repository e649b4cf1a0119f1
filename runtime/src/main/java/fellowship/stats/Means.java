package fellowship.stats;

import java.util.stream.DoubleStream;

/** Means that may be of nothing. */
final class Means {

    private Means() {}

    static Measure of(DoubleStream values) {
        var mean = values.average();
        return mean.isPresent() ? Measure.of(mean.getAsDouble()) : Measure.absent("there are no values");
    }

    static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
