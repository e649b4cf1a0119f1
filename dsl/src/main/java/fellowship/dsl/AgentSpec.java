package fellowship.dsl;

/** The words inside {@code agent(…) { … }}. */
public interface AgentSpec extends PromptFiles {

    /** Names the model: a role of the configuration, or a full reference; without it, the agent's own name is the role. */
    void model(String role);

    /** Sets how freely completions are drawn, from 0 to 2; without it, the provider's own setting. */
    void temperature(double value);

    /** Draws from the most likely tokens that together have this probability, above 0 and up to 1. */
    void topP(double value);

    /** Bounds a completion, in tokens; without it, 1024. */
    void maxTokens(int count);

    /** Says who the agent is told to be. */
    void system(String template);

    /** Says what the agent is asked first; {@code {{column}}} is filled from the row, {@code {{answer}}} with the draft. */
    void prompt(String template);

    /** Says what a writer is asked after a review; {@code {{feedback}}} and the reviewer's fields fill it. */
    void revise(String template);

    /** Says what a reviewer is asked of a later draft in the same conversation; {@code {{answer}}} fills it. */
    void again(String template);

    /** Shows a picture with the prompt: a path or a URL, or a column that holds one. */
    void image(String template);

    /** Ends a completion where one of these texts would come. */
    void stop(String... texts);
}
