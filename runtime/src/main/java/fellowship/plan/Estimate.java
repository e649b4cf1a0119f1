package fellowship.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a run will take, as far as it can be known before.
 *
 * @param lines one for each step and each model it asks
 * @param low when every stop rule holds at once and replies are short
 * @param expected when a loop may end after each draft with equal chance and replies are of usual length
 * @param worst when no stop rule ever holds, every reply is as long as it may be, every typed reply and every judgment
 *     needs its repair turn, and every row is as long as the longest
 * @param unpriced models, as the script says them, whose price is not known; then no figure has dollars
 */
public record Estimate(List<Line> lines, Load low, Load expected, Load worst, List<String> unpriced) {

    public Estimate {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }

    /**
     * What one agent or judge takes in one step.
     *
     * @param step the step's id
     * @param who the agent's or judge's name
     * @param model as the script says it
     */
    public record Line(String step, String who, String model, Load low, Load expected, Load worst) {}

    /**
     * Calls and what they take.
     *
     * @param calls model calls
     * @param inputTokens tokens sent
     * @param outputTokens tokens received
     * @param usd US dollars; absent when a price is not known
     */
    public record Load(long calls, long inputTokens, long outputTokens, OptionalDouble usd) {

        Load plus(Load other) {
            OptionalDouble sum = usd.isPresent() && other.usd.isPresent()
                    ? OptionalDouble.of(usd.getAsDouble() + other.usd.getAsDouble())
                    : OptionalDouble.empty();
            return new Load(
                    calls + other.calls, inputTokens + other.inputTokens, outputTokens + other.outputTokens, sum);
        }
    }

    static Estimate of(List<Line> lines) {
        return new Estimate(
                lines,
                sum(lines, Line::low),
                sum(lines, Line::expected),
                sum(lines, Line::worst),
                lines.stream()
                        .filter(line -> line.worst().usd().isEmpty())
                        .map(Line::model)
                        .distinct()
                        .toList());
    }

    private static Load sum(List<Line> lines, Function<Line, Load> part) {
        return lines.stream().map(part).reduce(new Load(0, 0, 0, OptionalDouble.of(0)), Load::plus);
    }
}
