package fellowship.model.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The error that an answer holds, in any of the shapes that providers and gateways use.
 *
 * @param status an HTTP status that stands inside, 0 when none does
 * @param codes its code, type and status words
 * @param message its words for people, may be empty
 */
record ErrorBody(int status, List<String> codes, String message) {

    /** The error inside, where there is one; an answer that failed by its status may hold it at the top. */
    static Optional<ErrorBody> of(JsonNode root, boolean failed) {
        JsonNode top = root.isArray() && root.size() == 1 ? root.get(0) : root;
        JsonNode error = top.path("error");
        if (!error.asString("").isBlank()) {
            return Optional.of(new ErrorBody(0, List.of(), error.asString()));
        }
        if (error.isObject() && !error.isEmpty()) {
            return Optional.of(read(error));
        }
        boolean routed = top.path("code").isNumber() && top.path("message").isString();
        boolean other = top.path("type").asString("").equals("error");
        return (failed || routed || other) && top.isObject() ? Optional.of(read(top)) : Optional.empty();
    }

    private static ErrorBody read(JsonNode error) {
        List<String> codes = new ArrayList<>();
        int status = 0;
        for (String name : List.of("code", "type", "status")) {
            String word = error.path(name).asString("");
            if (word.matches("[1-5]\\d\\d")) {
                status = status == 0 ? Integer.parseInt(word) : status;
            } else if (!word.isEmpty() && word.length() <= 100) {
                codes.add(word);
            }
        }
        return new ErrorBody(status, codes, message(error));
    }

    private static String message(JsonNode error) {
        for (String name : List.of("message", "detail", "error_description")) {
            JsonNode value = error.path(name);
            if (value.isString()) {
                return value.stringValue();
            }
            if (value.isArray() && !value.isEmpty()) {
                return value.valueStream().map(ErrorBody::complaint).collect(Collectors.joining("; "));
            }
        }
        return "";
    }

    /** Where in the request, and what: without the part of the request that some servers send back with it. */
    private static String complaint(JsonNode one) {
        String where =
                one.path("loc").valueStream().map(step -> step.asString("")).collect(Collectors.joining("."));
        String what = one.path("msg").asString(one.path("message").asString(""));
        return where.isEmpty() ? what : where + ": " + what;
    }
}
