package fellowship.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON on the wire: strict, whole, in UTF-8, and within bounds. */
public final class Json {

    private static final int DEPTH = 200;
    private static final int NUMBER = 1000;
    private static final int NAME = 1000;
    /** Characters: about a million tokens. */
    private static final int TEXT = 4 << 20;
    /** Words and signs of JSON: what a tree of them takes in memory is many times what they take on the wire. */
    private static final int TOKENS = 300_000;

    /** Reads and writes; shared, since it is safe and costly to make. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER)
                            .maxNameLength(NAME)
                            .maxStringLength(TEXT)
                            .maxTokenCount(TOKENS)
                            .maxDocumentLength(Body.MOST)
                            .build())
                    // Whatever names a server sends are forgotten with its answer.
                    .disable(JsonFactory.Feature.INTERN_PROPERTY_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws WireFault when the bytes are not one whole JSON value in UTF-8 */
    static JsonNode read(Body body) {
        Utf8Check.of(body);
        try (InputStream bytes = body.stream()) {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || root.isMissingNode()) {
                throw new WireFault("not-json", "the body is empty");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new WireFault("too-large", "a number, a text, the depth or the count is beyond any real answer");
        } catch (UnexpectedEndOfInputException e) {
            throw new WireFault("cut", "the JSON ends before it is whole");
        } catch (JacksonException e) {
            throw new WireFault("not-json", "the body is not JSON");
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }
}
