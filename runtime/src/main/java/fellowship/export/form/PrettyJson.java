package fellowship.export.form;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people: indented, ended with a line break. */
final class PrettyJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrettyJson() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }
}
