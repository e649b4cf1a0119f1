package fellowship.plan;

import fellowship.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What is compared when annotators' labels are held against each other.
 *
 * @param against the label that is known to be right, for example a person's; it may be absent in some rows
 * @param measures which measures the report tells; empty: every one that applies
 * @param level of the intervals, above 0 and below 1
 * @param resamples of the bootstrap, where no formula gives an interval
 */
public record Agreement(
        Optional<Leaf<Function<Row, Optional<Object>>>> against,
        List<Measure> measures,
        double level,
        OptionalInt resamples) {

    public Agreement {
        measures = List.copyOf(measures);
    }

    /** The measures a script can ask for. The names are the words of scripts. */
    public enum Measure {
        percent,
        kappa,
        fleiss,
        krippendorff,
        correlation,
        classification
    }
}
