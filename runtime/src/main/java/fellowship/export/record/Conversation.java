package fellowship.export.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Conversations as others write them: lists of {@code role} and {@code content}, of {@code from} and {@code value}, or a text. */
final class Conversation {

    /** Names that others have for the four roles. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("system", Said.SYSTEM),
            Map.entry("developer", Said.SYSTEM),
            Map.entry("user", Said.USER),
            Map.entry("human", Said.USER),
            Map.entry("assistant", Said.ASSISTANT),
            Map.entry("gpt", Said.ASSISTANT),
            Map.entry("model", Said.ASSISTANT),
            Map.entry("function_call", Said.ASSISTANT),
            Map.entry("tool", Said.TOOL),
            Map.entry("observation", Said.TOOL),
            Map.entry("ipython", Said.TOOL));

    private Conversation() {}

    /** A list of messages, or one text said by {@code speaker}; empty where the key is missing or null. */
    static List<Said> of(JsonNode node, String key, String speaker) {
        JsonNode value = node.path(key);
        if (value.isString()) {
            return List.of(new Said(speaker, value.asString(), List.of()));
        }
        if (value.isObject()) {
            return List.of(said(value));
        }
        return Tree.list(node, key, Conversation::said);
    }

    private static Said said(JsonNode node) {
        boolean sharegpt = node.has("from");
        String named = Tree.text(node, sharegpt ? "from" : "role");
        String role = ROLES.get(named);
        if (role == null) {
            throw new RecordException("'" + named + "' is no role; known are "
                    + String.join(", ", ROLES.keySet().stream().sorted().toList()));
        }
        return new Said(
                role,
                content(node.path(sharegpt ? "value" : "content")),
                Tree.list(node, "tool_calls", Conversation::call));
    }

    private static String content(JsonNode content) {
        if (content.isNull() || content.isMissingNode()) {
            return ""; // An assistant that only calls tools.
        }
        if (content.isString()) {
            return content.asString();
        }
        if (!content.isArray()) {
            throw new RecordException("'content' must be a text or a list of parts, was " + Tree.shown(content));
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            String type = Tree.text(part, "type");
            switch (type) {
                case "text" -> text.append(Tree.text(part, "text"));
                case "image", "image_url" -> text.append(Said.PICTURE);
                default -> throw new RecordException("a part of type '" + type + "' is not known; text and image are");
            }
        }
        return text.toString();
    }

    private static Said.ToolCall call(JsonNode node) {
        JsonNode function = node.has("function") ? node.path("function") : node;
        JsonNode arguments = function.path("arguments");
        return new Said.ToolCall(
                Tree.text(function, "name"), arguments.isString() ? arguments.asString() : arguments.toString());
    }

    /** The turns that both sides begin with; those that only one has stay with it. At least one is left to each. */
    static List<Said> sharedStart(List<Said> one, List<Said> other) {
        List<Said> shared = new ArrayList<>();
        int most = Math.min(one.size(), other.size()) - 1;
        for (int i = 0; i < most && one.get(i).equals(other.get(i)); i++) {
            shared.add(one.get(i));
        }
        return shared;
    }

    /** Tools: a list of schemas, or the same as one JSON text. */
    static List<String> tools(JsonNode node) {
        JsonNode tools = node.path("tools");
        if (tools.isString()) {
            String text = tools.asString().strip();
            if (text.isEmpty()) {
                return List.of();
            }
            JsonNode parsed = Tree.parse(text);
            if (!parsed.isArray()) {
                throw new RecordException("'tools' must be a list of schemas, was " + Tree.shown(parsed));
            }
            List<String> all = new ArrayList<>();
            parsed.forEach(schema -> all.add(schema.toString()));
            return all;
        }
        return Tree.list(node, "tools", JsonNode::toString);
    }
}
