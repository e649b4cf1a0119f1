package fellowship.model.scripted;

import fellowship.chat.Finish;
import fellowship.model.fault.FaultTable;
import fellowship.model.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a file of scripted answers; a mistake is told with its line. */
final class RuleFile {

    private static final Set<String> WORDS =
            Set.of("match", "anywhere", "system", "model", "default", "reply", "replies", "by", "finish", "error");

    private RuleFile() {}

    static List<Rule> read(Path path, String shown) {
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the scripted answers " + shown + " cannot be read: no such file, or not UTF-8");
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rules.add(rule(lines.get(i), shown + ":" + (i + 1)));
            }
        }
        return List.copyOf(rules);
    }

    private static Rule rule(String line, String where) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            check(json.isObject(), "a rule must be a JSON object");
            Set<String> unknown = new TreeSet<>(json.propertyNames());
            unknown.removeAll(WORDS);
            check(unknown.isEmpty(), "unknown " + unknown + "; known are " + new TreeSet<>(WORDS));
            return rule(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(where + ": not one whole JSON object", e);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(where + ": not a regular expression: " + e.getPattern(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static Rule rule(JsonNode json) {
        boolean narrow = json.has("match") || json.has("anywhere") || json.has("system") || json.has("model");
        check(
                narrow != json.path("default").asBoolean(false),
                "a rule needs match, anywhere, system or model, or else \"default\": true");
        Optional<String> error = text(json, "error");
        error.ifPresent(reason ->
                check(FaultTable.standard().play(reason, "").isPresent(), "the fault table has no reason " + reason));
        List<String> replies = replies(json);
        check(replies.isEmpty() == error.isPresent(), "a rule needs either reply, replies or error");
        String by = text(json, "by").orElse("draw");
        check(by.equals("draw") || by.equals("hash"), "by must be draw or hash, was " + by);
        return new Rule(
                text(json, "match").map(Pattern::compile),
                text(json, "anywhere").map(Pattern::compile),
                text(json, "system").map(Pattern::compile),
                text(json, "model"),
                replies,
                by.equals("hash"),
                finish(text(json, "finish").orElse("complete")),
                error);
    }

    private static List<String> replies(JsonNode json) {
        check(!(json.has("reply") && json.has("replies")), "a rule has either reply or replies");
        if (json.has("reply")) {
            return List.of(written(json.path("reply")));
        }
        check(!json.has("replies") || json.path("replies").size() > 0, "replies must be a list of at least one");
        return json.path("replies").valueStream().map(RuleFile::written).toList();
    }

    private static String written(JsonNode reply) {
        return reply.isString() ? reply.stringValue() : reply.toString();
    }

    private static Finish finish(String word) {
        for (Finish finish : Finish.values()) {
            if (finish.name().toLowerCase(Locale.ROOT).equals(word)) {
                return finish;
            }
        }
        throw new IllegalArgumentException("finish must be complete, length, filter, refusal or unknown, was " + word);
    }

    private static Optional<String> text(JsonNode json, String field) {
        if (!json.has(field)) {
            return Optional.empty();
        }
        check(json.path(field).isString(), field + " must be text");
        return Optional.of(json.path(field).stringValue());
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
