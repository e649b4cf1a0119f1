package fellowship.plan;

import fellowship.chat.Sampling;
import fellowship.prompt.PromptTemplate;
import java.util.Optional;

/**
 * A model that decides how good answers are.
 *
 * @param name unique in the plan
 * @param model a role's name, or a full model reference
 * @param sampling how its completions are drawn
 * @param criteria what counts, put before the question; a default names the Fellowship paper's five criteria
 * @param question a template for the task the candidates answer, filled from the row's columns
 * @param form how it says what it thinks
 * @param outOf the top of the scale of {@link Form#SCORING}, 2 or more; scores start at 0
 * @param bothOrders whether a comparison is asked twice, the second time with the candidates exchanged
 * @param at where the script declares it
 */
public record Judge(
        String name,
        String model,
        Sampling sampling,
        Optional<PromptTemplate> criteria,
        PromptTemplate question,
        Form form,
        int outOf,
        boolean bothOrders,
        SourcePosition at) {

    /** The two ways a judge answers (Fellowship paper, section 3.1). */
    public enum Form {
        /** First, second or tie. */
        DIRECT,
        /** A score for each candidate; the higher one wins. */
        SCORING
    }
}
