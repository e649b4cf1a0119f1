package fellowship.export.verify;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a consumer asks of a row of one type. One more consumer is a file and a line here. */
interface Rules {

    void check(JsonNode row, String type, Report report);

    Map<String, Rules> TABLE = Map.of(
            "trl", new TrlRules(),
            "llama-factory", new LlamaFactoryRules(),
            "axolotl", new AxolotlRules(),
            "openrlhf", new OpenRlhfRules(),
            "ms-swift", new MsSwiftRules(),
            "nemo-rl", new NemoRlRules());

    /** Those of the consumer; none but the general ones where it has no own. */
    static Rules of(String consumer) {
        return TABLE.getOrDefault(consumer, (row, type, report) -> {});
    }
}
