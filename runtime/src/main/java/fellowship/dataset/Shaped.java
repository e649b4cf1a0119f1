package fellowship.dataset;

import java.util.Map;

/** What a data set makes of one row: a line, or the rule by which there is none. */
sealed interface Shaped {

    /**
     * One line.
     *
     * @param training the columns that the consumer reads, and no other
     * @param full the same with all that is known of it
     */
    record Line(Map<String, Object> training, Map<String, Object> full) implements Shaped {}

    /** No line, for this reason. */
    record Left(String rule) implements Shaped {}
}
