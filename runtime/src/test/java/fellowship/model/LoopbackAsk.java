package fellowship.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/**
 * What a request asks for, on either wire.
 *
 * @param model whose answer is wanted
 * @param system the system message, may be empty
 * @param messages the texts of all other messages, in order
 * @param maxTokens the bound on the answer
 * @param schema the JSON that is wanted
 * @param schemaName its name
 * @param hash of model, texts, schema and seed: what the answer depends on
 */
public record LoopbackAsk(
        String model,
        String system,
        List<String> messages,
        int maxTokens,
        Optional<JsonNode> schema,
        String schemaName,
        long hash) {

    /** The last message. */
    public String last() {
        return messages.isEmpty() ? "" : messages.get(messages.size() - 1);
    }

    static LoopbackAsk read(JsonNode body, boolean anthropic) {
        StringBuilder system = new StringBuilder(text(body.path("system")));
        List<String> messages = new ArrayList<>();
        for (JsonNode message : body.path("messages")) {
            String text = text(message.path("content"));
            if (message.path("role").asString("").equals("system")) {
                system.append(text);
            } else {
                messages.add(text);
            }
        }
        JsonNode format = anthropic
                ? body.path("tools").path(0)
                : body.path("response_format").path("json_schema");
        JsonNode schema = format.path(anthropic ? "input_schema" : "schema");
        JsonNode bound = body.has("max_tokens") ? body.path("max_tokens") : body.path("max_completion_tokens");
        String model = body.path("model").asString("");
        return new LoopbackAsk(
                model,
                system.toString(),
                List.copyOf(messages),
                bound.asInt(1024),
                schema.isObject() ? Optional.of(schema) : Optional.empty(),
                format.path("name").asString(""),
                hash(model + "\n" + system + "\n" + messages + "\n" + schema + "\n" + body.path("seed")));
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }

    static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long z = crc.getValue() * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        return (z ^ (z >>> 27)) & Long.MAX_VALUE;
    }
}
