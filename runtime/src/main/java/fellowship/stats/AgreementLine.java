package fellowship.stats;

import java.util.List;
import java.util.Optional;

/**
 * One number of a table of agreement.
 *
 * @param kind which measures it belongs to
 * @param measure its name, for example {@code Fleiss κ}
 * @param annotators whom it is about: two, one against gold, or all
 * @param value the number, or why there is none
 * @param interval at the level asked for, where there is one
 * @param items how many it rests on
 */
public record AgreementLine(
        AgreementTable.Kind kind,
        String measure,
        List<String> annotators,
        Measure value,
        Optional<Interval> interval,
        long items) {

    /** Below so many items, agreement beyond chance says little. */
    public static final int FEW = 30;

    public AgreementLine {
        annotators = List.copyOf(annotators);
    }

    /** Whether it is a measure of agreement beyond chance that rests on too few items. */
    public boolean shaky() {
        return items < FEW
                && (kind == AgreementTable.Kind.kappa
                        || kind == AgreementTable.Kind.fleiss
                        || kind == AgreementTable.Kind.krippendorff);
    }
}
