package fellowship.dataset;

import fellowship.plan.Plan;
import java.util.Map;

/**
 * What a card says besides what the plan and the data sets know themselves.
 *
 * @param plan what was run
 * @param models who was asked, by agent or judge
 * @param fingerprint of the plan
 * @param read samples taken
 * @param emitted rows that reached a data set
 * @param filtered rows that rules took out
 * @param rejected rows that failed
 * @param rules by rule, how often
 * @param reasons by reason, how often
 * @param verdicts how often each outcome of comparisons was seen, {@code flipped} among them
 * @param asks questions that were answered, repairs among them
 * @param inputTokens of these
 * @param outputTokens of these
 * @param estimated whether some provider told no token counts
 */
public record CardFacts(
        Plan plan,
        Map<String, String> models,
        String fingerprint,
        long read,
        long emitted,
        long filtered,
        long rejected,
        Map<String, Long> rules,
        Map<String, Long> reasons,
        Map<String, Long> verdicts,
        long asks,
        long inputTokens,
        long outputTokens,
        boolean estimated) {}
