package fellowship.export.record;

import java.util.List;

/**
 * One turn of a conversation.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content what is said; a picture stands in it as {@code <image>}
 * @param calls the tools that an assistant calls; empty for others
 */
public record Said(String role, String content, List<ToolCall> calls) {

    public static final String SYSTEM = "system";
    public static final String USER = "user";
    public static final String ASSISTANT = "assistant";
    public static final String TOOL = "tool";

    /** Where a picture stands in a text. */
    public static final String PICTURE = "<image>";

    public Said {
        calls = List.copyOf(calls);
    }

    /**
     * @param name of the tool
     * @param arguments as JSON
     */
    public record ToolCall(String name, String arguments) {}

    public static Said user(String content) {
        return new Said(USER, content, List.of());
    }

    public static Said assistant(String content) {
        return new Said(ASSISTANT, content, List.of());
    }

    public boolean by(String who) {
        return role.equals(who);
    }

    /** How many pictures stand in the text. */
    public int pictures() {
        int count = 0;
        for (int at = content.indexOf(PICTURE); at >= 0; at = content.indexOf(PICTURE, at + 1)) {
            count++;
        }
        return count;
    }
}
