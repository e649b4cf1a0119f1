package fellowship.dsl;

import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.function.Predicate;

/**
 * The words inside {@code refine(…) { … }}.
 *
 * @param <R> what the reviewers reply
 */
public interface RefineSpec<R> {

    /** Says how many drafts the loop may write, 2 or more. */
    void atMost(int drafts);

    /** Ends the loop early when every review of a draft passes this test. */
    default void stopWhen(@ClosureParams(value = FromString.class, options = "R") Closure<Boolean> test) {
        stopWhen(new ClosureTest<R>(test));
    }

    /** The same for Java. */
    void stopWhen(Predicate<? super R> test);

    /** Says whether the last draft is reviewed too, so that every draft has a score: true without it, false in the paper. */
    void reviewLast(boolean whether);
}
