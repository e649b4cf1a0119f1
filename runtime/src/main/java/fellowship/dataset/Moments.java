package fellowship.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Count, mean, spread and bounds of numbers that come one by one (Welford 1962); what is not finite is not counted. */
final class Moments {

    private long count;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
        least = Math.min(least, value);
        most = Math.max(most, value);
    }

    long count() {
        return count;
    }

    /** Absent where there are no numbers. */
    OptionalDouble mean() {
        return known(1, mean);
    }

    /** Of a sample, over n - 1; absent below two numbers. */
    OptionalDouble deviation() {
        return known(2, Math.sqrt(squares / (count - 1)));
    }

    OptionalDouble least() {
        return known(1, least);
    }

    OptionalDouble most() {
        return known(1, most);
    }

    private OptionalDouble known(int from, double value) {
        return count < from ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The mean, with the deviation after it where that is wanted; empty where there are no numbers. */
    String text(boolean spread) {
        if (count == 0) {
            return "";
        }
        return plain(mean) + (spread && count > 1 ? " ± " + plain(deviation().orElseThrow()) : "");
    }

    /** To three decimals at most. */
    static String plain(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
