package fellowship.prompt;

/** Makes a value of what a model said. Pure: the same text is always read the same way. */
@FunctionalInterface
public interface AnswerReader<T> {
    Answer<T> read(String completion);
}
