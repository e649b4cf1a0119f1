package fellowship.report;

/** Text on its way into a page. */
final class Html {

    private Html() {}

    /** As text or as the value of a quoted attribute; never markup, whatever it holds. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.appendCodePoint(c);
                default -> out.appendCodePoint(Character.isISOControl(c) || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
            }
        });
        return out.toString();
    }
}
