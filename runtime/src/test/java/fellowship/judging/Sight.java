package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a model that reads its prompt as it is meant sees in it: it trusts the mark of the first line, and nothing else. */
final class Sight {

    private static final Pattern BEGIN = Pattern.compile("\\[question ([0-9a-f]{6})]\n");

    private final String text;
    private final String mark;

    private Sight(String text, String mark) {
        this.text = text;
        this.mark = mark;
    }

    static Sight of(ChatRequest request) {
        String first = request.messages().stream()
                .filter(message -> message.role() == fellowship.chat.Role.USER)
                .findFirst()
                .orElseThrow()
                .text();
        Matcher begin = BEGIN.matcher(first);
        assertThat(begin.lookingAt()).as(first).isTrue();
        return new Sight(
                request.messages().stream().map(Message::text).collect(Collectors.joining("\n\n")), begin.group(1));
    }

    String mark() {
        return mark;
    }

    String text() {
        return text;
    }

    boolean shows(String label) {
        return text.contains("[" + label + " " + mark + "]\n");
    }

    /** What stands between the marks of a label; it must be there exactly once. */
    String between(String label) {
        String open = "[" + label + " " + mark + "]\n";
        String close = "\n[end of " + label + " " + mark + "]";
        assertThat(text.split(Pattern.quote(open), -1))
                .as(label + " in " + text)
                .hasSize(2);
        assertThat(text.split(Pattern.quote(close), -1))
                .as(label + " in " + text)
                .hasSize(2);
        return text.substring(text.indexOf(open) + open.length(), text.indexOf(close));
    }

    /** Whether this text is shown in the first of two places. */
    boolean first(String candidate) {
        return between("answer A").contains(candidate);
    }
}
