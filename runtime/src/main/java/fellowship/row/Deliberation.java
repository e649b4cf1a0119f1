package fellowship.row;

import java.util.List;
import java.util.Optional;

/**
 * What an annotator did before it judged.
 *
 * @param ownAnswer its own answer to the question, given before it saw the candidates
 * @param context the context it chose to judge under
 * @param uses of tools, in order
 */
public record Deliberation(Optional<String> ownAnswer, Optional<String> context, List<ToolUse> uses) {

    /** Nothing. */
    public static final Deliberation NONE = new Deliberation(Optional.empty(), Optional.empty(), List.of());

    public Deliberation {
        uses = List.copyOf(uses);
    }

    /**
     * One use of a tool.
     *
     * @param thought why
     * @param tool its name
     * @param input what it was given
     * @param observation what it said
     */
    public record ToolUse(String thought, String tool, String input, String observation) {}
}
