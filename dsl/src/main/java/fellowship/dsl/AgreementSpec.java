package fellowship.dsl;

import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.function.Function;

/**
 * The words inside {@code agreement(…) { … }}. Without any measure, every one that applies is told.
 *
 * @param <T> the record that was read
 */
public interface AgreementSpec<T> {

    /** Says what is right of a row: a {@code Label}, a text such as {@code 'A'}, a number, or null where nobody knows. */
    default void against(@ClosureParams(value = FromString.class, options = "T") Closure<?> label) {
        against(new ClosureFunction<T, Object>(label));
    }

    /** The same for Java. */
    void against(Function<? super T, ?> label);

    /** Tells how often two agree. */
    void percent();

    /** Tells Cohen's kappa of each two: agreement beyond chance. */
    void kappa();

    /** Tells Fleiss' kappa of all who said something of every row. */
    void fleiss();

    /** Tells Krippendorff's alpha of all; rows may lack some. */
    void krippendorff();

    /** Tells how scores go together: Pearson, Spearman and Kendall. */
    void correlation();

    /** Tells accuracy, precision, recall and F1 against what is right. */
    void classification();

    /** Sets the level of all intervals, above 0 and below 1; without it, 0.95. */
    void intervals(double level);

    /** Sets how many samples the bootstrap draws, 100 or more. */
    void resamples(int count);
}
