package fellowship.people;

import fellowship.row.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of one person's file: a head, then a line for each thing said. A later line on the same pair takes the place of
 * the earlier one; an empty label takes it back.
 */
final class LabelLines {

    static final String SKIPPED = "skipped";
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String place;
    private String name = "";
    private OptionalInt number = OptionalInt.empty();
    private final Map<List<String>, PersonLabel> labels = new LinkedHashMap<>();
    private int whole;

    private LabelLines(String place) {
        this.place = place;
    }

    /**
     * Reads a file; a last line without its end was cut off by a crash and is left out.
     *
     * @param place the file, as people know it
     * @throws IllegalArgumentException with file and line when a line is not ours
     */
    static LabelLines read(String place, byte[] bytes) {
        LabelLines lines = new LabelLines(place);
        int from = 0;
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.line(new String(bytes, from, i - from, StandardCharsets.UTF_8), ++count);
                from = i + 1;
            }
        }
        lines.whole = from;
        return lines;
    }

    static String head(String name, int number) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("annotator", name);
        head.put("number", number);
        return JSON.writeValueAsString(head) + "\n";
    }

    static String line(PersonLabel label) {
        return line(label, label.said().map(LabelLines::word).orElse(SKIPPED));
    }

    /** Takes it back. */
    static String undo(PersonLabel label) {
        return line(label, "");
    }

    private static String line(PersonLabel label, String word) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("set", label.set());
        line.put("item", label.item());
        line.put("row", label.row());
        line.put("label", word);
        line.put("first", label.first());
        line.put("second", label.second());
        line.put("shown_first", label.swapped() ? "second" : "first");
        return JSON.writeValueAsString(line) + "\n";
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private void line(String text, int count) {
        JsonNode node = parse(text, count);
        if (count == 1) {
            name = node.path("annotator").asString("");
            number = OptionalInt.of(node.path("number").asInt(0));
            if (node.path("format").asInt(0) != FORMAT || name.isEmpty()) {
                throw bad(count, "this is no file of a person's labels, or one of a later version of this tool");
            }
            return;
        }
        String set = node.path("set").asString("");
        String item = node.path("item").asString("");
        if (set.isEmpty() || item.isEmpty()) {
            throw bad(count, "set and item are missing; these lines are not written by hand");
        }
        String word = node.path("label").asString("?");
        labels.remove(List.of(set, item));
        if (!word.isEmpty()) {
            labels.put(
                    List.of(set, item),
                    new PersonLabel(
                            set,
                            item,
                            node.path("row").asString(""),
                            outcome(word, count),
                            node.path("first").asString(""),
                            node.path("second").asString(""),
                            node.path("shown_first").asString("first").equals("second")));
        }
    }

    private JsonNode parse(String text, int count) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw bad(count, "this line is not one JSON object");
        }
    }

    private Optional<Outcome> outcome(String word, int count) {
        return switch (word) {
            case "first" -> Optional.of(Outcome.FIRST);
            case "second" -> Optional.of(Outcome.SECOND);
            case "tie" -> Optional.of(Outcome.TIE);
            case SKIPPED -> Optional.empty();
            default -> throw bad(count, "the label must be first, second, tie or skipped, was '" + word + "'");
        };
    }

    private IllegalArgumentException bad(int count, String why) {
        return new IllegalArgumentException(place + ":" + count + ": " + why);
    }

    /** How many bytes the whole lines have. */
    int whole() {
        return whole;
    }

    /** Who it is of; empty for a file without a head. */
    String name() {
        return name;
    }

    int number() {
        return number.orElse(0);
    }

    /** What holds, the latest last. */
    List<PersonLabel> labels() {
        return new ArrayList<>(labels.values());
    }
}
