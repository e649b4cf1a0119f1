package fellowship.plan;

import fellowship.chat.Sampling;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import java.util.Optional;

/**
 * A model with a part to play: a generator, a reviewer, whoever is asked by {@code ask}.
 *
 * @param name unique in the plan
 * @param model a role's name, or a full model reference
 * @param sampling how its completions are drawn
 * @param system its system prompt
 * @param prompt what it is asked first
 * @param revise what a generator is asked after a critique: {@code {{feedback}}} and the reviewer's fields fill it
 * @param again what a reviewer is asked of a later draft: {@code {{answer}}} fills it
 * @param image a template that gives the path or URL of a picture to show with the prompt
 * @param reply the typed reply; absent for plain text
 * @param at where the script declares it
 */
public record Agent(
        String name,
        String model,
        Sampling sampling,
        Optional<PromptTemplate> system,
        PromptTemplate prompt,
        Optional<PromptTemplate> revise,
        Optional<PromptTemplate> again,
        Optional<PromptTemplate> image,
        Optional<ReplyType> reply,
        SourcePosition at) {}
