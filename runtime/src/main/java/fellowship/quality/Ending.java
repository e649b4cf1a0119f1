package fellowship.quality;

import java.util.regex.Pattern;

/**
 * Whether a text breaks off: a fence is open, or its last line is prose of some length and ends in a letter, a comma, a dash or
 * an opening bracket. Short texts, list items, headings, tables and scripts that end sentences without a mark are not looked
 * at.
 */
public final class Ending {

    private static final int SHORT_TEXT = 120;
    private static final int SHORT_LINE = 40;
    private static final Pattern NO_PROSE = Pattern.compile("^\\s*(?:[-*+•>#|]|\\d+[.)]).*|.*\\|\\s*$");
    private static final Pattern OPEN = Pattern.compile("(?:[\\p{L}\\p{N}\\p{M}]|[,;،、，；(\\[{–—-])$");

    private Ending() {}

    public static boolean cutOff(String text) {
        if (Prose.fenceOpen(text)) {
            return true;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) < SHORT_TEXT) {
            return false;
        }
        String last = stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
        return last.codePointCount(0, last.length()) >= SHORT_LINE
                && !NO_PROSE.matcher(last).matches()
                && !withoutMarks(last)
                && OPEN.matcher(last).find();
    }

    private static boolean withoutMarks(String line) {
        return switch (Character.UnicodeScript.of(line.codePointBefore(line.length()))) {
            case THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
