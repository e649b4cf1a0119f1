package fellowship.prompt;

/** A completion after reading: a value, or the fact that none could be read. */
public sealed interface Answer<T> {

    /** It could be read. */
    record Read<T>(T value) implements Answer<T> {}

    /**
     * It could not. Never a null, a zero or a tie.
     *
     * @param raw what the model said
     * @param why what is wrong with it, in words that a repair turn can show the model
     */
    record Unreadable<T>(String raw, String why) implements Answer<T> {}
}
