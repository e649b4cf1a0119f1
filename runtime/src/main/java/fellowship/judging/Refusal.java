package fellowship.judging;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import java.util.Set;

/**
 * Whether a provider will never answer this very question, so that the others decide without it. A call that was given up
 * after several tries also costs its row, but it may be answered another day: that is an outage, and no vote is missing.
 */
public final class Refusal {

    /** As the fault table names them. */
    private static final Set<String> REASONS =
            Set.of("context-length", "filtered-input", "filtered-output", "reasoning-exhausted", "request-too-large");

    private Refusal() {}

    /** Whether the question will never be answered. */
    public static boolean is(ModelException fault) {
        return fault.reaction() == Reaction.ROW && REASONS.contains(fault.reason());
    }
}
