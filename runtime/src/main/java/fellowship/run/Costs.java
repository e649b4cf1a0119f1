package fellowship.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run cost, in millionths of a US dollar.
 *
 * @param spentMicros all that counts against the budget, of earlier processes of the run too: answers, and calls that
 *     may have been billed without one
 * @param excessMicros what providers billed above the bounds they were given, in this process
 * @param roles who spent it in this process, the dearest first
 */
public record Costs(long spentMicros, long excessMicros, List<Role> roles) {

    /** Nothing was spent, or nobody knows any more. */
    public static final Costs NONE = new Costs(0, 0, List.of());

    /**
     * What one agent or judge spent on answers.
     *
     * @param name its name in the script
     */
    public record Role(String name, long calls, long inputTokens, long outputTokens, long micros) {}

    public Costs {
        roles = List.copyOf(roles);
    }

    /** Millionths of a dollar for each row of a data set, where it has rows: what was rejected on the way is in it. */
    public OptionalDouble perRow(RunReport.Output output) {
        return output.rows() > 0 ? OptionalDouble.of(spentMicros / (double) output.rows()) : OptionalDouble.empty();
    }
}
