package fellowship.model.fault;

import fellowship.chat.Finish;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code faults.json}. A mistake in it is a mistake in the product, so it fails loudly. */
final class FaultFile {

    private FaultFile() {}

    static FaultTable read() {
        try (InputStream file = FaultFile.class.getResourceAsStream("faults.json")) {
            if (file == null) {
                throw new IllegalStateException("faults.json is missing from this build");
            }
            return read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when it is no fault table; says which row is wrong, where it is a row */
    static FaultTable read(byte[] json) {
        int row = 0;
        try {
            JsonNode root = new JsonMapper().readTree(json);
            List<Fault> faults = new ArrayList<>();
            for (JsonNode one : root.path("rows")) {
                row++;
                faults.add(fault(one));
            }
            Map<String, Finish> finishes = new HashMap<>();
            root.path("finishes").properties().forEach(e -> finishes.put(e.getKey(), finish(e.getValue())));
            return new FaultTable(faults, finishes);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "the fault table cannot be read at row " + row + ": " + e.getMessage(), e);
        }
    }

    private static Fault fault(JsonNode row) {
        List<Match> matches = new ArrayList<>();
        row.path("match").forEach(match -> matches.add(match(match)));
        return new Fault(
                row.path("number").intValue(),
                row.path("seen").stringValue(),
                FaultClass.valueOf(row.path("class").stringValue()),
                Handling.valueOf(row.path("reaction").stringValue()),
                text(row, "then").map(Handling::valueOf),
                row.path("byCaller").asBoolean(false),
                row.path("reason").stringValue(),
                row.has("tries") ? OptionalInt.of(row.path("tries").intValue()) : OptionalInt.empty(),
                matches,
                row.path("says").asString(""),
                row.path("remedy").asString(""),
                row.path("by").asString(""),
                row.path("note").asString(""));
    }

    private static Match match(JsonNode match) {
        return new Match(
                text(match, "stage").map(Stage::valueOf),
                text(match, "mark"),
                texts(match, "status").stream().map(FaultFile::statuses).toList(),
                texts(match, "code").stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                text(match, "body").map(body -> Pattern.compile(body, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)),
                match.path("html").asBoolean(false),
                match.path("overLimit").asBoolean(false));
    }

    private static Match.Statuses statuses(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new Match.Statuses(Integer.parseInt(text), Integer.parseInt(text))
                : new Match.Statuses(
                        Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    private static Finish finish(JsonNode value) {
        return Finish.valueOf(value.stringValue());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).stringValue()) : Optional.empty();
    }

    private static Set<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
    }
}
