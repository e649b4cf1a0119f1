package fellowship.export.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One type for each column: loaders take it from the first 10 MB and fail on another later, or turn the column into text
 * without a word. Remembers a type a column, whatever the file's size.
 */
final class ColumnTypes {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<String, Boolean>> keys = new HashMap<>();

    void check(JsonNode row, Report report) {
        check("", row, report);
    }

    private void check(String path, JsonNode value, Report report) {
        if (value.isArray()) {
            if (sameType(path, "list", report)) {
                value.forEach(item -> check(path + "[]", item, report));
            }
        } else if (value.isObject()) {
            if (sameType(path, "object", report)) {
                sameKeys(path, value, report);
                value.properties()
                        .forEach(entry -> check(
                                path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                entry.getValue(),
                                report));
            }
        } else {
            sameType(path, type(value), report);
            if (value.isString()) {
                surrogates(path, value.asString(), report);
            }
        }
    }

    private static String type(JsonNode value) {
        if (value.isString()) {
            return "text";
        }
        if (value.isBoolean()) {
            return "true or false";
        }
        if (value.isNull()) {
            return "null";
        }
        return value.isIntegralNumber() ? "whole number" : "decimal";
    }

    private boolean sameType(String path, String type, Report report) {
        String before = types.putIfAbsent(path, type);
        if (before == null || before.equals(type)) {
            return true;
        }
        String remedy =
                switch (before + "/" + type) {
                    case "whole number/decimal", "decimal/whole number" ->
                        "write every number of the column as a decimal, 1.0 for 1";
                    default ->
                        type.equals("null") || before.equals("null")
                                ? "write an empty text or list instead of null, or leave the column out of the whole file"
                                : "write one type on every row";
                };
        report.error("one-type", "'" + path + "' is a " + type + " here and a " + before + " before", remedy);
        return false;
    }

    private void sameKeys(String path, JsonNode object, Report report) {
        Map<String, Boolean> here = new LinkedHashMap<>();
        object.properties().forEach(entry -> here.put(entry.getKey(), true));
        Map<String, Boolean> before = keys.putIfAbsent(path, here);
        if (before != null && !before.keySet().equals(here.keySet())) {
            TreeSet<String> missing = new TreeSet<>(before.keySet());
            missing.removeAll(here.keySet());
            TreeSet<String> more = new TreeSet<>(here.keySet());
            more.removeAll(before.keySet());
            String where = path.isEmpty() ? "the row" : "'" + path + "'";
            report.error(
                    "same-keys",
                    where
                            + (missing.isEmpty() ? "" : " lacks " + missing)
                            + (missing.isEmpty() || more.isEmpty() ? "" : " and")
                            + (more.isEmpty() ? "" : " has " + more + ", which rows before have not"),
                    "write every key on every row");
        }
    }

    private static void surrogates(String path, String text, Report report) {
        Optional<Integer> lone = lone(text);
        lone.ifPresent(at -> report.error(
                "whole-letters",
                "'" + path + "' holds half a surrogate pair at letter " + (at + 1),
                "replace it with U+FFFD"));
    }

    private static Optional<Integer> lone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return Optional.of(i);
                }
                i++;
            }
        }
        return Optional.empty();
    }
}
