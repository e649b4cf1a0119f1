package fellowship.plan;

import fellowship.prompt.PromptTemplate;
import java.util.List;

/**
 * What a judge does before it judges, in this order, all in one conversation with the judgment.
 *
 * @param ownAnswer whether it answers the question itself before it sees the candidates
 * @param contexts of which it chooses the one that fits, and judges under it (context-aware preference modelling, arXiv
 *     2407.14916); empty: none
 * @param tools names of tools that it may use first (Themis, arXiv 2310.01045); empty: none
 * @param mostUses most uses of tools for one judgment, 1 or more
 */
public record Preparation(boolean ownAnswer, List<PromptTemplate> contexts, List<String> tools, int mostUses) {

    /** How often tools may be used for one judgment when a script does not say. */
    public static final int USES = 4;

    public Preparation {
        contexts = List.copyOf(contexts);
        tools = List.copyOf(tools);
    }

    public static Preparation none() {
        return new Preparation(false, List.of(), List.of(), USES);
    }
}
