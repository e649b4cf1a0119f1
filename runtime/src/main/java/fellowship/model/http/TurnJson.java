package fellowship.model.http;

import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.text.WellFormed;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** One turn of a conversation. The wires that are spoken write it alike, but for pictures. */
public final class TurnJson {

    private TurnJson() {}

    /** @param picture writes the properties of a picture's part */
    public static void write(JsonGenerator json, Message message, BiConsumer<JsonGenerator, Part.Image> picture) {
        json.writeStartObject();
        json.writeStringProperty("role", message.role().word());
        if (message.parts().stream().allMatch(Part.Text.class::isInstance)) {
            json.writeStringProperty("content", WellFormed.text(message.text()));
        } else {
            json.writeArrayPropertyStart("content");
            message.parts().forEach(part -> write(json, part, picture));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Part part, BiConsumer<JsonGenerator, Part.Image> picture) {
        json.writeStartObject();
        if (part instanceof Part.Text text) {
            json.writeStringProperty("type", "text");
            json.writeStringProperty("text", WellFormed.text(text.text()));
        } else if (part instanceof Part.Image image) {
            picture.accept(json, image);
        }
        json.writeEndObject();
    }
}
