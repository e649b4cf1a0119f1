package fellowship.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of Markdown. What comes from scripts, files or models is shown as it is and never becomes markup. */
final class Markdown {

    private Markdown() {}

    /** One line of text. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder();
        raw.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(' ');
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else {
                out.append("\\`*_[]|#!~".indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    /** Cells are Markdown already. Numbers stand on the right where {@code right} says so. */
    static String table(List<String> heads, List<Boolean> right, List<List<String>> rows) {
        String rule = right.stream().map(yes -> yes ? "---:" : "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return line(heads) + rule + rows.stream().map(Markdown::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Text in a fixed font, behind a fence longer than any it holds. */
    static String code(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
