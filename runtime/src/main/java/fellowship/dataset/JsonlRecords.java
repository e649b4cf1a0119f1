package fellowship.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One JSON object a line. Empty lines are passed over. */
final class JsonlRecords implements Records {

    private final InputStream in;
    private final Lines lines;

    JsonlRecords(InputStream in) {
        this.in = in;
        this.lines = new Lines(in);
    }

    @Override
    public Optional<Read> next() {
        try {
            Optional<Lines.Line> line = lines.next();
            while (line.isPresent()
                    && line.get().problem().isEmpty()
                    && line.get().text().isBlank()) {
                line = lines.next();
            }
            return line.map(JsonlRecords::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read read(Lines.Line line) {
        if (line.problem().isPresent()) {
            String message = line.problem().get().equals("too-long")
                    ? "the line is longer than " + (Lines.LIMIT >> 20) + " MB"
                    : "the line is not valid UTF-8";
            return new Read.Broken(line.number(), line.problem().get(), message, line.text());
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(line.text());
            if (!tree.isObject()) {
                return new Read.Broken(line.number(), "not-json", "the line is not a JSON object", line.text());
            }
            return new Read.Fine(line.number(), Json.fields(tree));
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            return new Read.Broken(line.number(), "not-json", "the line is not JSON: " + why, line.text());
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
