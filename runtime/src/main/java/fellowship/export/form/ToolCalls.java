package fellowship.export.form;

import fellowship.export.record.Said;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Calls of tools as text, for consumers that have no place for them but the content. */
final class ToolCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ToolCalls() {}

    /** One call as an object, several as a list. */
    static String json(Said said) {
        String calls = said.calls().stream().map(ToolCalls::json).collect(Collectors.joining(","));
        return said.calls().size() == 1 ? calls : "[" + calls + "]";
    }

    static String json(Said.ToolCall call) {
        String arguments = call.arguments().isBlank() ? "{}" : call.arguments();
        return "{\"name\":" + JSON.writeValueAsString(call.name()) + ",\"arguments\":" + arguments + "}";
    }
}
