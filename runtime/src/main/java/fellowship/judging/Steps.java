package fellowship.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a solution into its steps. */
final class Steps {

    private static final Pattern NUMBERED =
            Pattern.compile("(?m)^\\h*+(?:#++\\h*+)?(?:\\*\\*)?(?:Step\\s+\\d+|\\d+[.)])[:.)\\s]");

    private Steps() {}

    /**
     * By its own numbers ({@code Step 1}, {@code 1.}) where it has two or more, else by blank lines, else by lines. Never
     * empty; blank steps are left out.
     */
    static List<String> of(String solution) {
        List<String> numbered = parts(solution, NUMBERED);
        if (numbered.size() > 1) {
            return numbered;
        }
        List<String> paragraphs = texts(solution.split("(?>\\R)\\h*+(?>\\R)\\s*+"));
        return paragraphs.size() > 1 ? paragraphs : texts(solution.split("\\R"));
    }

    private static List<String> parts(String solution, Pattern begin) {
        List<Integer> starts =
                begin.matcher(solution).results().map(found -> found.start()).toList();
        if (starts.size() < 2) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        String lead = solution.substring(0, starts.get(0)).strip();
        if (!lead.isEmpty()) {
            parts.add(lead);
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : solution.length();
            parts.add(solution.substring(starts.get(i), end).strip());
        }
        return parts;
    }

    private static List<String> texts(String[] parts) {
        List<String> texts = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                texts.add(part.strip());
            }
        }
        return texts.isEmpty() ? List.of(String.join("\n", parts).strip()) : texts;
    }

    /** The steps with the numbers that a judge names them by. */
    static String numbered(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i == 0 ? "" : "\n\n")
                    .append("(step ")
                    .append(i + 1)
                    .append(") ")
                    .append(steps.get(i));
        }
        return text.toString();
    }
}
