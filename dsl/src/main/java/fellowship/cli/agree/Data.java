package fellowship.cli.agree;

import fellowship.stats.Dimension;
import fellowship.stats.Ratings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table that can be measured.
 *
 * @param <T> labels ({@code String}), or numbers: scores, or places in an order of labels
 * @param ratings of the annotators
 * @param gold item by item; empty where no gold was named
 * @param show a value as people know it
 * @param counts what there is and what is not
 * @param dimension what differences mean
 * @param guess why it was guessed; empty where it was said
 * @param tie the label that stands for a tie, where one is known
 */
record Data<T extends Comparable<? super T>>(
        Ratings<T> ratings,
        List<Optional<T>> gold,
        Function<T, String> show,
        Counts counts,
        Dimension dimension,
        String guess,
        Optional<T> tie) {

    /**
     * How much there is.
     *
     * @param values labels or scores that can be compared
     * @param missing places of the table that are empty
     * @param unreadable labels that say that nothing could be read; they are missing too, and counted apart
     * @param ties labels that say tie
     */
    record Counts(long values, long missing, long unreadable, long ties) {}

    /** Whether values are few enough to be told one by one. */
    boolean labelled() {
        return dimension == Dimension.NOMINAL || dimension == Dimension.ORDINAL;
    }

    /** How far each is from gold, on items that have it: for labels, 1 where it is not the same and 0 where it is. */
    Ratings<Double> errors() {
        Ratings.Builder<Double> errors = Ratings.builder();
        for (int item = 0; item < gold.size(); item++) {
            for (int a = 0; a < annotators(); a++) {
                String name = ratings.items().get(item);
                String annotator = ratings.annotators().get(a);
                errors.missing(name, annotator);
                Optional<T> right = gold.get(item);
                ratings.value(item, a)
                        .flatMap(said -> right.map(truth -> error(said, truth)))
                        .ifPresent(error -> errors.add(name, annotator, error));
            }
        }
        return errors.build();
    }

    private double error(T said, T truth) {
        if (dimension != Dimension.NOMINAL && said instanceof Double number && truth instanceof Double right) {
            return number - right;
        }
        return said.equals(truth) ? 0 : 1;
    }

    int annotators() {
        return ratings.annotators().size();
    }
}
