package fellowship.ask;

import fellowship.chat.Completion;
import fellowship.prompt.Answer;
import fellowship.prompt.AnswerReader;

/** A reply in plain text: anything but nothing. */
public final class TextReader implements AnswerReader<String> {

    public static final TextReader TEXT = new TextReader();

    private TextReader() {}

    @Override
    public Answer<String> read(Completion completion) {
        String text = completion.text().strip();
        return text.isEmpty() ? new Answer.Unreadable<>(completion.text(), "it is empty") : new Answer.Read<>(text);
    }
}
