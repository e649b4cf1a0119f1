package fellowship.text;

/** Text that can be written as UTF-8. */
public final class WellFormed {

    private WellFormed() {}

    /** The text with U+FFFD for each half of a surrogate pair that has lost its other half. */
    public static String text(String text) {
        int lone = lone(text, 0);
        if (lone < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (; lone >= 0; lone = lone(text, lone + 1)) {
            out.setCharAt(lone, '\uFFFD');
        }
        return out.toString();
    }

    /** The next half without its other half, or -1. */
    private static int lone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
