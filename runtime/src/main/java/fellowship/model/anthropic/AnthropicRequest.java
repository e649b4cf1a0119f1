package fellowship.model.anthropic;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Role;
import fellowship.chat.Sampling;
import fellowship.model.http.Json;
import fellowship.model.http.TurnJson;
import fellowship.text.WellFormed;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes a request, always with its fields in the same order. */
final class AnthropicRequest {

    private AnthropicRequest() {}

    /** @param without parameters that this model does not take */
    static byte[] write(ChatRequest request, Set<String> without) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("model", request.model().model());
            json.writeNumberProperty("max_tokens", request.sampling().maxTokens());
            writeSystem(json, request);
            json.writeArrayPropertyStart("messages");
            request.messages().stream()
                    .filter(message -> message.role() != Role.SYSTEM)
                    .forEach(message -> TurnJson.write(json, message, AnthropicRequest::picture));
            json.writeEndArray();
            write(json, request.sampling(), without);
            request.schema().ifPresent(schema -> write(json, schema));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The system message stands apart from the conversation on this wire. */
    private static void writeSystem(JsonGenerator json, ChatRequest request) {
        String system = request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(Message::text)
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            json.writeStringProperty("system", WellFormed.text(system));
        }
    }

    private static void picture(JsonGenerator json, Part.Image image) {
        json.writeStringProperty("type", "image");
        json.writeObjectPropertyStart("source");
        writeSource(json, image.url());
        json.writeEndObject();
    }

    private static void writeSource(JsonGenerator json, String url) {
        int comma = url.indexOf(";base64,");
        if (url.startsWith("data:") && comma > 0) {
            json.writeStringProperty("type", "base64");
            json.writeStringProperty("media_type", url.substring("data:".length(), comma));
            json.writeStringProperty("data", url.substring(comma + ";base64,".length()));
        } else {
            json.writeStringProperty("type", "url");
            json.writeStringProperty("url", url);
        }
    }

    private static void write(JsonGenerator json, Sampling sampling, Set<String> without) {
        if (sampling.temperature().isPresent() && !without.contains("temperature")) {
            json.writeNumberProperty("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent() && !without.contains("top_p")) {
            json.writeNumberProperty("top_p", sampling.topP().getAsDouble());
        }
        if (!sampling.stop().isEmpty() && !without.contains("stop_sequences")) {
            json.writeArrayPropertyStart("stop_sequences");
            sampling.stop().forEach(stop -> json.writeString(WellFormed.text(stop)));
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, ReplySchema schema) {
        json.writeArrayPropertyStart("tools");
        json.writeStartObject();
        json.writeStringProperty("name", schema.name());
        json.writeStringProperty("description", "Gives the reply.");
        json.writePOJOProperty("input_schema", schema.schema());
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("tool_choice");
        json.writeStringProperty("type", "tool");
        json.writeStringProperty("name", schema.name());
        json.writeEndObject();
    }
}
