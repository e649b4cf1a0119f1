package fellowship.model.openai;

/**
 * A reply taken apart: local servers put a model's thinking in front of its reply, between tags.
 *
 * @param thought what stands between the tags
 * @param text what stands behind them
 * @param isOpen whether the closing tag is missing: the reply was cut while the model thought
 */
record Thinking(String thought, String text, boolean isOpen) {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    static Thinking split(String content) {
        String start = content.stripLeading();
        boolean tagged = start.startsWith(OPEN);
        int close = content.indexOf(CLOSE);
        // A template that opens the tag itself leaves only the closing one in the reply.
        boolean opensBefore = !tagged && close >= 0 && content.indexOf(OPEN) < 0;
        if (!tagged && !opensBefore) {
            return new Thinking("", content, false);
        }
        if (close < 0) {
            return new Thinking(start.substring(OPEN.length()).strip(), "", true);
        }
        String thought =
                content.substring(0, close).replaceFirst("^\\s*" + OPEN, "").strip();
        return new Thinking(thought, content.substring(close + CLOSE.length()).stripLeading(), false);
    }
}
