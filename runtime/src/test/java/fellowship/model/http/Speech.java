package fellowship.model.http;

import fellowship.config.ProviderSettings.Protocol;
import tools.jackson.databind.json.JsonMapper;

/** How each of the two wires says the same thing. */
enum Speech {
    OPENAI(Protocol.OPENAI, "stop", "length", "content_filter"),
    ANTHROPIC(Protocol.ANTHROPIC, "end_turn", "max_tokens", "content_filter");

    private static final JsonMapper MAPPER = new JsonMapper();

    final Protocol protocol;
    final String stop;
    final String length;
    final String filter;

    Speech(Protocol protocol, String stop, String length, String filter) {
        this.protocol = protocol;
        this.stop = stop;
        this.length = length;
        this.filter = filter;
    }

    /** A good answer. */
    String good() {
        return saying("\"Blue.\"", stop);
    }

    /** @param content JSON */
    String saying(String content, String finish) {
        return answer(content, finish == null ? "null" : "\"" + finish + "\"", "m", usage("3", "9"));
    }

    String answer(String content, String finish, String model, String usage) {
        return this == OPENAI
                ? "{\"id\":\"c1\",\"model\":\"" + model + "\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                        + "\"assistant\",\"content\":" + content + "},\"finish_reason\":" + finish + "}]" + usage + "}"
                : "{\"id\":\"c1\",\"type\":\"message\",\"model\":\"" + model + "\",\"content\":[{\"type\":\"text\","
                        + "\"text\":" + content + "}],\"stop_reason\":" + finish + usage + "}";
    }

    String usage(String input, String output) {
        return this == OPENAI
                ? ",\"usage\":{\"prompt_tokens\":" + input + ",\"completion_tokens\":" + output + "}"
                : ",\"usage\":{\"input_tokens\":" + input + ",\"output_tokens\":" + output + "}";
    }

    /** An error's body. */
    String error(String code, String message) {
        String words = MAPPER.writeValueAsString(message);
        return this == OPENAI
                ? "{\"error\":{\"message\":" + words + ",\"type\":\"x\",\"code\":\"" + code + "\"}}"
                : "{\"type\":\"error\",\"error\":{\"type\":\"" + code + "\",\"message\":" + words + "}}";
    }

    /** The field that holds what was said. */
    String pick(String openAi, String anthropic) {
        return this == OPENAI ? openAi : anthropic;
    }
}
