package fellowship.plan;

import fellowship.prompt.PromptTemplate;
import java.util.Optional;

/**
 * What a judge is told. All templates are filled from the row's columns.
 *
 * @param criteria what counts, put before the question; absent: the Fellowship paper's five criteria
 * @param question the task that the candidates answer
 * @param reference a good answer to measure the candidates by (HREF, arXiv 2412.15524)
 * @param persona whose eyes it judges with (arXiv 2406.11657)
 */
public record Brief(
        Optional<PromptTemplate> criteria,
        PromptTemplate question,
        Optional<PromptTemplate> reference,
        Optional<PromptTemplate> persona) {

    private static final PromptTemplate PROMPT = PromptTemplate.parse("{{prompt}}");

    /** The column {@code prompt}, and nothing else. */
    public static Brief standard() {
        return new Brief(Optional.empty(), PROMPT, Optional.empty(), Optional.empty());
    }
}
