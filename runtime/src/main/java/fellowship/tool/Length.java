package fellowship.tool;

/** Counts words and characters. */
final class Length implements Tool {

    @Override
    public String name() {
        return "length";
    }

    @Override
    public String help() {
        return "Counts the words and characters of a candidate" + Candidates.HELP;
    }

    @Override
    public String use(String input, Case about) {
        return Candidates.each(
                input,
                about,
                candidate -> counted(words(candidate), "word") + ", "
                        + counted(candidate.codePointCount(0, candidate.length()), "character"));
    }

    private static String counted(int count, String of) {
        return count + " " + of + (count == 1 ? "" : "s");
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            if (!blank && !inside) {
                words++;
            }
            inside = !blank;
        }
        return words;
    }
}
