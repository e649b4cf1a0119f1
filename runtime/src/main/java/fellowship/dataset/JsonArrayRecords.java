package fellowship.dataset;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** One JSON array of objects, read an object at a time. A syntax error ends it: nothing behind one can be trusted. */
final class JsonArrayRecords implements Records {

    private final JsonParser parser;
    private boolean begun;
    private boolean ended;

    JsonArrayRecords(InputStream in) {
        this.parser = Json.MAPPER.createParser(in);
    }

    @Override
    public Optional<Read> next() {
        if (ended) {
            return Optional.empty();
        }
        long line = 1;
        try {
            JsonToken token = parser.nextToken();
            if (!begun) {
                begun = true;
                if (token != JsonToken.START_ARRAY) {
                    ended = true;
                    return Optional.of(new Read.Broken(1, "not-json", "the file is not an array of objects", ""));
                }
                token = parser.nextToken();
            }
            line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.END_ARRAY || token == null) {
                ended = true;
                return Optional.empty();
            }
            JsonNode tree = parser.readValueAsTree();
            return Optional.of(
                    tree.isObject()
                            ? new Read.Fine(line, Json.fields(tree))
                            : new Read.Broken(line, "not-json", "the element is not a JSON object", tree.toString()));
        } catch (JacksonException e) {
            ended = true;
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            return Optional.of(new Read.Broken(
                    Math.max(line, e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    "not-json",
                    "the array breaks off here, what follows was not read: " + why,
                    ""));
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
