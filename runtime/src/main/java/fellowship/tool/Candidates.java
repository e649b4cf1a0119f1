package fellowship.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which candidates a tool is asked about, and what it says of each: one line a candidate. */
final class Candidates {

    /** How a tool's help ends. */
    static final String HELP = "; the input is a candidate's number, or nothing for all";

    private static final Pattern NUMBER = Pattern.compile("(?:candidate|answer|response)?\\s*#?([1-9]\\d?)");

    private Candidates() {}

    /** What {@code finding} says of each candidate that the input names. */
    static String each(String input, Case about, UnaryOperator<String> finding) {
        List<String> all = about.candidates();
        if (all.isEmpty()) {
            return "there is no candidate";
        }
        Optional<Integer> wanted = number(input);
        boolean everyone = input.isBlank() || input.strip().equalsIgnoreCase("all");
        if (!everyone && (wanted.isEmpty() || wanted.get() > all.size())) {
            return "say which candidate, by its number from 1 to " + all.size() + ", or nothing for all";
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (everyone || wanted.orElse(0) == i + 1) {
                lines.add("candidate " + (i + 1) + ": " + finding.apply(all.get(i)));
            }
        }
        return String.join("\n", lines);
    }

    private static Optional<Integer> number(String input) {
        String asked = input.strip();
        Matcher found =
                NUMBER.matcher(asked.substring(0, Math.min(20, asked.length())).toLowerCase(java.util.Locale.ROOT));
        return asked.length() <= 20 && found.matches()
                ? Optional.of(Integer.valueOf(found.group(1)))
                : Optional.empty();
    }
}
