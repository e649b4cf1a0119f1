package fellowship.prompt;

import fellowship.chat.Completion;

/** Makes a value of what a model said. Pure: the same completion is always read the same way. */
@FunctionalInterface
public interface AnswerReader<T> {
    Answer<T> read(Completion completion);
}
