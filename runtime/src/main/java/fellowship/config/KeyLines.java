package fellowship.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which line each key of a TOML text stands, since the parser does not tell. Keys inside an inline table count as
 * standing on the line of the key that holds them.
 */
final class KeyLines {

    private static final Pattern WORD = Pattern.compile("\\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9_-]+))\\s*");

    private final Map<List<String>, Integer> lines = new LinkedHashMap<>();

    private KeyLines() {}

    static KeyLines of(String toml) {
        KeyLines made = new KeyLines();
        List<String> table = List.of();
        int number = 0;
        for (String line : toml.lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith("[")) {
                table = path(text.replaceFirst("^\\[+", ""), ']');
                made.add(table, number);
            } else if (!text.startsWith("#") && text.contains("=")) {
                List<String> whole = new ArrayList<>(table);
                whole.addAll(path(text, '='));
                made.add(whole, number);
            }
        }
        return made;
    }

    private static List<String> path(String text, char end) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int from = 0;
        while (matcher.find(from) && matcher.start() == from) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
            from = matcher.end();
            if (from >= text.length() || text.charAt(from) != '.') {
                break;
            }
            from++;
        }
        return from < text.length() && text.charAt(from) == end ? words : List.of();
    }

    private void add(List<String> path, int number) {
        for (int length = 1; length <= path.size(); length++) {
            lines.putIfAbsent(List.copyOf(path.subList(0, length)), number);
        }
    }

    /** The line of a key, or of the innermost table around it; 1 when nothing is known. */
    int line(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}
