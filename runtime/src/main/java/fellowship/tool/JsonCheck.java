package fellowship.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether candidates are JSON, the whole text or the one fenced block in it. */
final class JsonCheck implements Tool {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern FENCED = Pattern.compile("\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);

    @Override
    public String name() {
        return "json-check";
    }

    @Override
    public String help() {
        return "Tells whether a candidate is valid JSON, and where not" + Candidates.HELP;
    }

    @Override
    public String use(String input, Case about) {
        return Candidates.each(input, about, JsonCheck::check);
    }

    private static String check(String candidate) {
        Matcher fenced = FENCED.matcher(candidate);
        try {
            JsonNode read = JSON.readTree(fenced.matches() ? fenced.group(1) : candidate);
            if (read.isMissingNode()) {
                return "not JSON: it is empty";
            }
            return "valid JSON, " + kind(read);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            return "not JSON" + place + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("");
        }
    }

    private static String kind(JsonNode read) {
        if (read.isObject()) {
            return "an object with " + read.size() + (read.size() == 1 ? " field" : " fields");
        }
        if (read.isArray()) {
            return "an array with " + read.size() + (read.size() == 1 ? " item" : " items");
        }
        return read.isNull() ? "null" : "a lone value";
    }
}
