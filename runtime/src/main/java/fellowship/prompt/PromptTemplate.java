package fellowship.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{holes}}}. There is no logic in it, and what fills a hole is never read again, so that nothing a
 * model or a data set says can act as a template.
 */
public final class PromptTemplate {

    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final String text;
    private final List<String> texts;
    private final List<String> names;

    private PromptTemplate(String text, List<String> texts, List<String> names) {
        this.text = text;
        this.texts = texts;
        this.names = names;
    }

    /**
     * Reads a template. Indentation that all lines after the first share is taken off, and so is white space at both
     * ends, so that a prompt can stand indented in a script.
     *
     * @throws IllegalArgumentException when <code>{{</code> does not open a hole, with what stands there
     */
    public static PromptTemplate parse(String raw) {
        String text = dedent(raw);
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher matcher = HOLE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            texts.add(literal(text.substring(from, matcher.start())));
            names.add(matcher.group(1));
            from = matcher.end();
        }
        texts.add(literal(text.substring(from)));
        return new PromptTemplate(text, List.copyOf(texts), List.copyOf(names));
    }

    private static String literal(String text) {
        int open = text.indexOf("{{");
        if (open >= 0) {
            String there = text.substring(open, Math.min(text.length(), open + 24))
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new IllegalArgumentException("'" + there + "' is not a hole; a hole is {{name}}, nothing else");
        }
        return text;
    }

    private static String dedent(String raw) {
        List<String> lines = raw.lines().toList();
        int shared = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            out.append(i == 0 ? line : line.substring(Math.min(shared, line.length())))
                    .append('\n');
        }
        return out.toString().strip();
    }

    /** The names of the holes, each once, in the order they first occur. */
    public Set<String> holes() {
        return new LinkedHashSet<>(names);
    }

    /**
     * The text with every hole filled.
     *
     * @throws IllegalArgumentException when a hole has no value
     */
    public String render(Map<String, ?> values) {
        StringBuilder out = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("the hole {{" + names.get(i) + "}} has no value in this row");
            }
            out.append(value).append(texts.get(i + 1));
        }
        return out.toString();
    }

    /** The template as it was written, without its common indentation. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
