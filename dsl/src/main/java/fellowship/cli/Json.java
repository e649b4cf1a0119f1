package fellowship.cli;

import tools.jackson.databind.json.JsonMapper;

/** Facts for machines: plain data as JSON, indented, ended with a line break. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object plainData) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(plainData) + "\n";
    }
}
