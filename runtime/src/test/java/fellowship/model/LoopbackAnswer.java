package fellowship.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a loopback model answers: from the hash of the request alone, so always the same for the same request.
 *
 * @param text the answer
 * @param isCut whether it was cut at the bound on tokens
 * @param inputTokens a word counts as a token
 * @param outputTokens likewise
 */
record LoopbackAnswer(String text, boolean isCut, int inputTokens, int outputTokens) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXACTLY = Pattern.compile("Say exactly: (.*)", Pattern.DOTALL);
    private static final Pattern SCALE = Pattern.compile("(\\d+)\\s*(?:-|to|and)\\s*(\\d+)");
    private static final Pattern SCORED = Pattern.compile("\\b(score|rating|rate)\\b", Pattern.CASE_INSENSITIVE);
    private static final String[] LOREM =
            ("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor"
                            + " incididunt ut labore et dolore magna aliqua enim minim veniam quis nostrud")
                    .split(" ");

    static LoopbackAnswer to(LoopbackAsk ask, LoopbackOptions options) {
        String whole = options.replies().apply(ask).orElseGet(() -> whole(ask, options.words()));
        String[] words = whole.split(" ");
        boolean cut = words.length > ask.maxTokens();
        String text = cut ? String.join(" ", List.of(words).subList(0, ask.maxTokens())) : whole;
        int input = (ask.system() + " " + String.join(" ", ask.messages())).split("\\s+").length + 3;
        return new LoopbackAnswer(text, cut, input, cut ? ask.maxTokens() : words.length);
    }

    private static String whole(LoopbackAsk ask, int words) {
        if (ask.schema().isPresent()) {
            return object(ask.schema().get(), ask.hash()).toString();
        }
        String last = ask.last();
        Matcher exactly = EXACTLY.matcher(last);
        if (exactly.find()) {
            return exactly.group(1);
        }
        String all = ask.system() + "\n" + last;
        if (all.contains("[[A]]") && all.contains("[[B]]")) {
            int choices = all.contains("[[C]]") ? 3 : 2;
            return "Because of this. [[" + "ABC".charAt((int) (ask.hash() % choices)) + "]]";
        }
        if (SCORED.matcher(all).find()) {
            Matcher scale = SCALE.matcher(all);
            int low = scale.find() ? Integer.parseInt(scale.group(1)) : 1;
            int high = low == 1 && !scale.reset().find() ? 10 : Integer.parseInt(scale.group(2));
            return "Score: " + (low + ask.hash() % Math.max(1, high - low + 1));
        }
        return lorem(ask.hash(), words);
    }

    private static String lorem(long hash, int words) {
        List<String> said = new ArrayList<>(words + 1);
        said.add(Long.toString(hash, 36));
        for (int i = 0; i < words; i++) {
            said.add(LOREM[(int) ((hash >>> (i % 32)) + i * 7L & 0xffff) % LOREM.length]);
        }
        return String.join(" ", said);
    }

    private static ObjectNode object(JsonNode schema, long hash) {
        ObjectNode made = JSON.createObjectNode();
        schema.path("properties").properties().forEach(property -> {
            long own = LoopbackAsk.hash(hash + property.getKey());
            made.set(property.getKey(), value(property.getValue(), own));
        });
        return made;
    }

    private static JsonNode value(JsonNode schema, long hash) {
        if (schema.has("enum")) {
            return schema.path("enum").get((int) (hash % schema.path("enum").size()));
        }
        double low = schema.path("minimum").asDouble(1);
        double high = schema.path("maximum").asDouble(10);
        return switch (schema.path("type").asString("string")) {
            case "integer" -> JSON.valueToTree((long) low + hash % (long) (high - low + 1));
            case "number" -> JSON.valueToTree((double) ((long) low + hash % (long) (high - low + 1)));
            case "boolean" -> JSON.valueToTree(hash % 2 == 0);
            case "array" ->
                JSON.createArrayNode()
                        .add(value(schema.path("items"), hash))
                        .add(value(schema.path("items"), hash + 1));
            case "object" -> object(schema, hash);
            default -> JSON.valueToTree(lorem(hash, 6));
        };
    }

    /** As an answer of the chat completions wire. */
    String openAi(LoopbackAsk ask) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "chatcmpl-" + Long.toString(ask.hash(), 36));
        root.put("object", "chat.completion");
        root.put("model", ask.model());
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", isCut ? "length" : "stop");
        root.putObject("usage")
                .put("prompt_tokens", inputTokens)
                .put("completion_tokens", outputTokens)
                .put("total_tokens", inputTokens + outputTokens);
        return root.toString();
    }

    /** As an answer of the Messages wire. */
    String anthropic(LoopbackAsk ask) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "msg_" + Long.toString(ask.hash(), 36))
                .put("type", "message")
                .put("role", "assistant");
        root.put("model", ask.model());
        ObjectNode block = root.putArray("content").addObject();
        boolean typed = ask.schema().isPresent() && !isCut;
        if (typed) {
            block.put("type", "tool_use").put("id", "toolu_1").put("name", ask.schemaName());
            block.set("input", JSON.readTree(text));
        } else {
            block.put("type", "text").put("text", text);
        }
        root.put("stop_reason", isCut ? "max_tokens" : typed ? "tool_use" : "end_turn");
        root.putObject("usage").put("input_tokens", inputTokens).put("output_tokens", outputTokens);
        return root.toString();
    }

    /** An error of either wire. */
    static String error(boolean anthropic, String type, String message) {
        ObjectNode root = JSON.createObjectNode();
        if (anthropic) {
            root.put("type", "error");
        }
        root.putObject("error").put("message", message).put("type", type).put("code", type);
        return root.toString();
    }

    static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
