package fellowship.tally;

import java.util.Arrays;
import java.util.List;

/**
 * How often which score was given.
 *
 * @param least the middle of the first bin
 * @param width of each bin
 * @param counts by bin, from low to high
 * @param mean of all scores as they were given; 0 where there are none
 */
public record Histogram(double least, double width, List<Long> counts, double mean) {

    public Histogram {
        counts = List.copyOf(counts);
    }

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The middle of a bin. */
    public double middle(int bin) {
        return least + bin * width;
    }

    /** Counts scores of one scale: by whole numbers where there are up to 20 of them, else by twentieths of the scale. */
    static final class Counter {

        private static final int MOST = 20;

        private final double least;
        private final double width;
        private final long[] counts;
        private double sum;

        Counter(double least, double most) {
            double span = Math.max(most - least, 1e-9);
            boolean whole = span == Math.rint(span) && span <= MOST && span > 1;
            this.least = least;
            this.width = whole ? 1 : span / MOST;
            this.counts = new long[whole ? (int) span + 1 : MOST + 1];
        }

        void add(double score) {
            long bin = Math.round((score - least) / width);
            counts[(int) Math.max(0, Math.min(counts.length - 1, bin))]++;
            sum += score;
        }

        Histogram histogram() {
            long total = Arrays.stream(counts).sum();
            return new Histogram(least, width, Arrays.stream(counts).boxed().toList(), total == 0 ? 0 : sum / total);
        }
    }
}
