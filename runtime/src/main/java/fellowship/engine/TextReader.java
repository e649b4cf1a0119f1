package fellowship.engine;

import fellowship.prompt.Answer;
import fellowship.prompt.AnswerReader;

/** A reply in plain text: anything but nothing. */
final class TextReader implements AnswerReader<String> {

    static final TextReader TEXT = new TextReader();

    private TextReader() {}

    @Override
    public Answer<String> read(String completion) {
        String text = completion.strip();
        return text.isEmpty() ? new Answer.Unreadable<>(completion, "it is empty") : new Answer.Read<>(text);
    }
}
