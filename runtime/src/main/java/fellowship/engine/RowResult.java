package fellowship.engine;

import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.util.List;

/**
 * What became of one sample on all branches of the plan.
 *
 * @param sample where it began
 * @param emissions rows that reached a data set, in the order of the plan
 * @param leavings rows that a rule took out, with the rule
 * @param rejections branches that failed
 */
public record RowResult(Sample sample, List<Emission> emissions, List<Leaving> leavings, List<Rejection> rejections) {

    /** A row that reached a data set. */
    public record Emission(Step.Into output, Row row) {}

    /**
     * A row that a rule took out.
     *
     * @param step the step whose rule it was
     * @param rule what it says, for example {@code equal scores} or the text of a filter
     */
    public record Leaving(String step, String rule) {}

    public RowResult {
        emissions = List.copyOf(emissions);
        leavings = List.copyOf(leavings);
        rejections = List.copyOf(rejections);
    }
}
