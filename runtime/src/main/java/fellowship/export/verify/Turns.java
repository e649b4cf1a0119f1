package fellowship.export.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Conversations of a row, and what is often wrong with them. */
final class Turns {

    private Turns() {}

    static boolean are(JsonNode value) {
        return value.isArray();
    }

    /** Whether all are objects with a role of the set and a text (or parts) as content; what is not is told. */
    static boolean check(String column, JsonNode value, Set<String> roles, Report report) {
        if (!value.isArray() || value.isEmpty()) {
            report.error(
                    "messages",
                    "'" + column + "' is no list of messages, or an empty one",
                    "write [{\"role\":…,\"content\":…}]");
            return false;
        }
        boolean good = true;
        for (int i = 0; i < value.size(); i++) {
            good &= one(column + "[" + i + "]", value.get(i), roles, report);
        }
        return good;
    }

    static boolean one(String place, JsonNode message, Set<String> roles, Report report) {
        if (!message.path("role").isString() || !message.has("content")) {
            report.error("messages", "'" + place + "' has no role with a content", "write {\"role\":…,\"content\":…}");
            return false;
        }
        String role = message.path("role").asString();
        if (!roles.contains(role)) {
            report.error(
                    "roles",
                    "'" + place + "' is said by '" + role + "'",
                    "known are " + String.join(", ", roles.stream().sorted().toList()));
            return false;
        }
        return true;
    }

    static String role(JsonNode messages, int at) {
        return messages.get(at).path("role").asString("");
    }

    static String last(JsonNode messages) {
        return role(messages, messages.size() - 1);
    }

    /** The texts of all turns; parts that are no text count as nothing. */
    static String text(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(text(item)));
        } else if (value.isObject()) {
            texts.add(text(value.has("content") ? value.path("content") : value.path("text")));
            value.path("tool_calls").forEach(call -> texts.add(call.toString()));
        }
        return String.join("\n", texts).strip();
    }

    static int marks(JsonNode value) {
        String text = text(value);
        int count = 0;
        for (int at = text.indexOf("<image>"); at >= 0; at = text.indexOf("<image>", at + 1)) {
            count++;
        }
        return count;
    }
}
