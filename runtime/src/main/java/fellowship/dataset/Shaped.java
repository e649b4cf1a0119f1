package fellowship.dataset;

import java.util.Optional;

/** What a row gives a data set: a line, or the reason why it gives none. */
public sealed interface Shaped {

    /**
     * One line, without its line break.
     *
     * @param train what the consumer's trainer reads, and nothing else
     * @param full the same line with all that is known of it; absent for data sets of one file
     */
    record Line(String train, Optional<String> full) implements Shaped {}

    /**
     * No line.
     *
     * @param reason a short code: {@code equal-texts}, {@code empty}, {@code truncated-chosen}, {@code filtered-chosen},
     *     {@code refused-chosen}, {@code unfinished-chosen}, {@code no-prompt}, {@code picture-prompt}, {@code no-score},
     *     {@code repeated}, {@link LabelTally#TIE},
     *     {@link LabelTally#FLIPPED}, {@link LabelTally#UNDECIDED}, {@code no-critique}, {@code no-answer}, {@code unfinished-critique}
     */
    record Left(String reason) implements Shaped {}
}
