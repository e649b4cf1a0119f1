package fellowship.quality;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text without its code. */
final class Prose {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+)", Pattern.MULTILINE);
    private static final Pattern BLOCK =
            Pattern.compile("^ {0,3}(```+|~~~+).*?(?:^ {0,3}\\1[`~]*\\s*$|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`[^`\\n]+`");

    private Prose() {}

    /** Without fenced blocks and code in lines; a block that is not closed reaches to the end. */
    static String of(String text) {
        return INLINE.matcher(BLOCK.matcher(text).replaceAll("")).replaceAll(" ");
    }

    /** Whether a fence is open at the end. */
    static boolean fenceOpen(String text) {
        Matcher fences = FENCE.matcher(text);
        String open = "";
        while (fences.find()) {
            String fence = fences.group(1);
            if (open.isEmpty()) {
                open = fence;
            } else if (fence.charAt(0) == open.charAt(0) && fence.length() >= open.length()) {
                open = "";
            }
        }
        return !open.isEmpty();
    }
}
