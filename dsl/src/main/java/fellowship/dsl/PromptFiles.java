package fellowship.dsl;

/** How a script takes a long prompt from a file. */
public interface PromptFiles {

    /** Takes a prompt's text from a file beside the script, for example {@code prompt file('critic.prompt.md')}. */
    String file(String path);
}
