package fellowship.model.openai;

import fellowship.chat.ChatRequest;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import fellowship.model.http.Json;
import fellowship.model.http.TurnJson;
import fellowship.text.WellFormed;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes a request, always with its fields in the same order. */
final class OpenAiRequest {

    private OpenAiRequest() {}

    static byte[] write(ChatRequest request, Dialect dialect) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("model", request.model().model());
            json.writeArrayPropertyStart("messages");
            request.messages().forEach(message -> TurnJson.write(json, message, OpenAiRequest::picture));
            json.writeEndArray();
            write(json, request.sampling(), dialect);
            request.schema().filter(schema -> dialect.schema()).ifPresent(schema -> write(json, schema));
            if (request.draw() > 0 && dialect.takes("seed")) {
                json.writeNumberProperty("seed", request.draw());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void picture(JsonGenerator json, Part.Image image) {
        json.writeStringProperty("type", "image_url");
        json.writeObjectPropertyStart("image_url");
        json.writeStringProperty("url", image.url());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Sampling sampling, Dialect dialect) {
        json.writeNumberProperty(dialect.bound(), sampling.maxTokens());
        if (sampling.temperature().isPresent() && dialect.takes("temperature")) {
            json.writeNumberProperty("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent() && dialect.takes("top_p")) {
            json.writeNumberProperty("top_p", sampling.topP().getAsDouble());
        }
        if (!sampling.stop().isEmpty() && dialect.takes("stop")) {
            json.writeArrayPropertyStart("stop");
            sampling.stop().forEach(stop -> json.writeString(WellFormed.text(stop)));
            json.writeEndArray();
        }
        if (sampling.topLogprobs().isPresent() && dialect.takes("logprobs")) {
            json.writeBooleanProperty("logprobs", true);
            json.writeNumberProperty("top_logprobs", sampling.topLogprobs().getAsInt());
        }
    }

    private static void write(JsonGenerator json, ReplySchema schema) {
        json.writeObjectPropertyStart("response_format");
        json.writeStringProperty("type", "json_schema");
        json.writeObjectPropertyStart("json_schema");
        json.writeStringProperty("name", schema.name());
        json.writeBooleanProperty("strict", true);
        json.writePOJOProperty("schema", schema.schema());
        json.writeEndObject();
        json.writeEndObject();
    }
}
