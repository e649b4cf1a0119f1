package fellowship.dsl;

/**
 * An agent of a script, to be handed to the words that ask it.
 *
 * @param <R> what it replies: a record, or {@code String} for plain text
 */
public interface Agent<R> {

    /** Its name, unique in the script. */
    String name();
}
