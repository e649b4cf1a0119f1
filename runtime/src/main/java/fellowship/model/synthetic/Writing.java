package fellowship.model.synthetic;

import fellowship.text.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose quality is known. It ends in a line that only synthetic judges read: its quality and a digest of its
 * family's name, so that no other judge is told who wrote it.
 */
final class Writing {

    private static final List<String> WORDS = List.of(
            "a", "after", "again", "all", "and", "answer", "as", "before", "both", "by", "case", "change", "come",
            "day", "each", "every", "find", "first", "for", "from", "give", "good", "hand", "have", "how", "if", "in",
            "is", "it", "kind", "know", "last", "less", "light", "line", "long", "make", "many", "more", "most", "much",
            "name", "near", "need", "new", "next", "not", "now", "of", "on", "one", "only", "or", "other", "over",
            "part", "place", "point", "right", "same", "say", "see", "small", "so", "some", "take", "than", "that",
            "the", "then", "there", "thing", "this", "time", "to", "two", "under", "use", "way", "well", "when",
            "which", "with", "word", "work", "year");

    private static final Pattern LINE = Pattern.compile("\\(synthetic (-?\\d+\\.\\d{4}) ([0-9a-f]{6})\\)\\s*$");

    private Writing() {}

    /** A text of drawn length and quality. */
    static String of(Traits traits, Chance chance) {
        double quality = traits.of("quality")
                + traits.of("spread") * chance.split("quality").normal();
        double length = traits.of("characters")
                * StrictMath.exp(traits.of("variety") * chance.split("length").normal());
        String line = String.format(Locale.ROOT, "\n(synthetic %.4f %s)", quality, sign(traits.family()));
        int wanted = (int) Math.max(60, Math.min(1_000_000, Math.round(length))) - line.length();
        return words(wanted, chance.split("words").dice().number()) + line;
    }

    private static StringBuilder words(int characters, long from) {
        StringBuilder text = new StringBuilder(characters + 80);
        long state = from;
        while (text.length() < characters) {
            // Knuth's MMIX generator: a hash for each word would take longer than the judging.
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append(WORDS.get((int) ((state >>> 33) % WORDS.size()))).append(' ');
        }
        text.setLength(characters - 1);
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append('.');
    }

    static String sign(String family) {
        return Sha256.of(family).substring(0, 6);
    }

    /** The quality that a text's last line tells; absent for one that no synthetic model wrote. */
    static OptionalDouble quality(String text) {
        return line(text)
                .map(found -> OptionalDouble.of(Double.parseDouble(found.group(1))))
                .orElse(OptionalDouble.empty());
    }

    static boolean isOf(String family, String text) {
        return line(text).filter(found -> found.group(2).equals(sign(family))).isPresent();
    }

    private static Optional<Matcher> line(String text) {
        Matcher matcher = LINE.matcher(text).region(Math.max(0, text.length() - 80), text.length());
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
