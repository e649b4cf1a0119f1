package fellowship.tool;

import java.text.Normalizer;
import java.util.Locale;

/** Compares candidates with the reference, letter by letter, but for case, width, blanks and punctuation at the ends. */
final class ExactMatch implements Tool {

    @Override
    public String name() {
        return "exact-match";
    }

    @Override
    public String help() {
        return "Tells whether a candidate is the reference answer but for case, blanks and punctuation at its ends"
                + Candidates.HELP;
    }

    @Override
    public String use(String input, Case about) {
        return about.reference()
                .map(ExactMatch::plain)
                .map(wanted -> Candidates.each(
                        input,
                        about,
                        candidate -> plain(candidate).equals(wanted)
                                ? "is the reference answer"
                                : "is not the reference answer"))
                .orElse("there is no reference answer to compare with");
    }

    private static String plain(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder();
        even.codePoints().forEach(c -> {
            if (!blank(c)) {
                words.appendCodePoint(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        int from = 0;
        int to = words.length();
        while (from < to && edge(words.charAt(from))) {
            from++;
        }
        while (to > from && edge(words.charAt(to - 1))) {
            to--;
        }
        return words.substring(from, to);
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A sign stays: -5 is not 5. */
    private static boolean edge(char c) {
        return c == ' ' || ".,;:!?\"'`*()[]{}$".indexOf(c) >= 0;
    }
}
