package fellowship.dataset;

import fellowship.row.Draft;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code for-people.jsonl}: the rows that judges disagree on most, for people to decide. Each line has the question, the
 * two candidates as {@code a} and {@code b} in an order that was drawn, and an empty {@code verdict}. A person writes
 * {@code a}, {@code b} or {@code tie} there; the next run reads it. No line tells who wrote a candidate or what a judge said.
 */
public final class PeopleFile implements AutoCloseable {

    /** The file in the run folder. */
    public static final String FILE = "for-people.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LineFile file;

    public PeopleFile(Path folder) {
        this.file = LineFile.create(folder, FILE);
    }

    /**
     * Adds a row.
     *
     * @param question what the candidates answer
     * @param swapped whether the row's second candidate stands as {@code a}
     * @param said what a person said of it before
     */
    public void write(String step, Row row, String question, boolean swapped, Optional<Outcome> said) {
        Verdict verdict = row.verdict().orElseThrow();
        Draft a = swapped ? verdict.second() : verdict.first();
        Draft b = swapped ? verdict.first() : verdict.second();
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.put("row_id", row.id());
        line.put("swapped", swapped);
        line.put("question", question);
        line.put("a", a.text());
        line.put("b", b.text());
        line.put("verdict", said.map(outcome -> word(outcome, swapped)).orElse(""));
        file.write(JsonLine.of(line));
    }

    private static String word(Outcome outcome, boolean swapped) {
        return switch (swapped ? outcome.swapped() : outcome) {
            case FIRST -> "a";
            case SECOND -> "b";
            case TIE, UNDECIDED -> "tie";
        };
    }

    public WrittenFile commit() {
        return file.commit();
    }

    @Override
    public void close() {
        file.close();
    }

    /**
     * What people have said so far, by step and row, in the rows' order; empty where there is no file.
     *
     * @throws IllegalArgumentException when a line is not one of ours or a verdict is none, with file and line
     */
    public static Map<String, Map<String, Outcome>> read(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            return Map.of();
        }
        Map<String, Map<String, Outcome>> said = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    read(lines.get(i), path + ":" + (i + 1), said);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said;
    }

    private static void read(String line, String at, Map<String, Map<String, Outcome>> said) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    at + ": this line is not one JSON object; a verdict is written between its quotes", e);
        }
        String step = node.path("step").asString("");
        String row = node.path("row_id").asString("");
        if (step.isEmpty() || row.isEmpty()) {
            throw new IllegalArgumentException(at + ": step and row_id are missing; change nothing but the verdict");
        }
        String verdict = node.path("verdict").asString("").strip().toLowerCase(Locale.ROOT);
        if (!verdict.isEmpty()) {
            Outcome seen =
                    switch (verdict) {
                        case "a" -> Outcome.FIRST;
                        case "b" -> Outcome.SECOND;
                        case "tie" -> Outcome.TIE;
                        default ->
                            throw new IllegalArgumentException(
                                    at + ": the verdict must be a, b or tie, was '" + verdict + "'");
                    };
            said.computeIfAbsent(step, id -> new HashMap<>())
                    .put(row, node.path("swapped").asBoolean(false) ? seen.swapped() : seen);
        }
    }
}
