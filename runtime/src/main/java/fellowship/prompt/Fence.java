package fellowship.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

    private static final Pattern FIRST = Pattern.compile("(?m)^\\[(?!end of )([^\\[\\]\\n]+) ([0-9a-f]{4,16})]$");

    /**
     * A text with what stands above it.
     *
     * @param label what it is, for example {@code answer A}
     * @param text as it stands between the marks
     */
    public record Passage(String label, String text) {}

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

    /**
     * The fence of a prompt: that of its first passage, since a judge's prompt begins with one of ours and what stands in a
     * passage comes later. Absent where nothing is fenced.
     */
    public static Optional<Fence> in(String prompt) {
        Matcher first = FIRST.matcher(prompt);
        while (first.find()) {
            Fence fence = new Fence(first.group(2));
            if (prompt.indexOf("\n" + fence.close(first.group(1)), first.end()) >= 0) {
                return Optional.of(fence);
            }
        }
        return Optional.empty();
    }

    /** All that stands between this fence's marks, in order: what {@link #around} wrote. A passage without an end is none. */
    public List<Passage> passages(String prompt) {
        List<Passage> found = new ArrayList<>();
        String end = " " + mark + "]\n";
        int at = prompt.indexOf(end);
        while (at >= 0) {
            int line = prompt.lastIndexOf('\n', at) + 1;
            int from = at + end.length();
            String label = prompt.charAt(line) == '[' ? prompt.substring(line + 1, at) : "";
            int to = label.isEmpty() ? -1 : prompt.indexOf("\n" + close(label), from);
            if (to >= from) {
                found.add(new Passage(label, prompt.substring(from, to)));
                from = to + close(label).length();
            }
            at = prompt.indexOf(end, from);
        }
        return found;
    }

    /** The text with a blank in each of the marks by which chat formats change the speaker. */
    public static String harmless(String text) {
        return SPEAKER.matcher(text).replaceAll("$0 ");
    }
}
