package fellowship.model.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON on the wire: strict, whole, and within bounds. */
public final class Json {

    private static final int DEPTH = 200;
    private static final int NUMBER = 1000;

    /** Reads and writes; shared, since it is safe and costly to make. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER)
                            .maxStringLength(Body.MOST)
                            .maxDocumentLength(Body.MOST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws WireFault when the bytes are not one whole JSON value */
    static JsonNode read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || root.isMissingNode()) {
                throw new WireFault("not-json", "the body is empty");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new WireFault("too-large", "a number, a text or the depth is beyond any real answer");
        } catch (UnexpectedEndOfInputException e) {
            throw new WireFault("cut", "the JSON ends before it is whole");
        } catch (JacksonException e) {
            throw isUtf8(bytes)
                    ? new WireFault("not-json", "the body is not JSON")
                    : new WireFault("bad-encoding", "the body is not UTF-8");
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
