package fellowship.prompt;

import java.util.regex.Pattern;

/**
 * Puts texts that are judged between marks, so that a text cannot end its own fence and no line of it is taken for ours.
 * The mark is drawn when the candidates are known and occurs in none of them; whoever wrote one cannot have known it. In a text that
 * was written later it is blanked.
 *
 * @param mark hexadecimal digits
 */
public record Fence(String mark) {

    /** What chat formats of models use to tell who speaks. A server that reads them in a text would change speakers. */
    private static final Pattern SPEAKER = Pattern.compile(
            "<(?=[|\uff5c][^|\uff5c<>\\v]{1,40}[|\uff5c]>|/?s>|bos>|eos>|(?:start|end)_of_turn>|<SYS>>|</SYS>>)|\\[(?=/?INST])");

    /** The text between the marks of its label. */
    public String around(String label, String text) {
        return open(label) + "\n" + harmless(withoutMark(text)) + "\n" + close(label);
    }

    /** What somebody who saw the mark wrote may quote it; then it could end its own fence. */
    private String withoutMark(String text) {
        return text.replaceAll("(?i)" + Pattern.quote(mark), "-".repeat(mark.length()));
    }

    /** The line above a text. */
    public String open(String label) {
        return "[" + label + " " + mark + "]";
    }

    /** The line below a text. */
    public String close(String label) {
        return "[end of " + label + " " + mark + "]";
    }

    /** The text with a blank in each of the marks by which chat formats change the speaker. */
    public static String harmless(String text) {
        return SPEAKER.matcher(text).replaceAll("$0 ");
    }
}
