package fellowship.export.verify;

import tools.jackson.databind.JsonNode;

/** What holds of two answers, whatever the consumer: they are there, and they are not the same. */
final class Answers {

    private Answers() {}

    static void check(JsonNode chosen, JsonNode rejected, boolean emptyFails, boolean equalFails, Report report) {
        String good = Turns.text(chosen);
        String bad = Turns.text(rejected);
        if (good.isEmpty() || bad.isEmpty()) {
            report.found(
                    emptyFails,
                    "empty-answer",
                    (good.isEmpty() ? "the chosen" : "the rejected") + " answer is empty",
                    "leave the row out");
        } else if (good.equals(bad)) {
            report.found(
                    equalFails, "equal-answers", "both answers are the same", "leave the row out: it teaches nothing");
        }
    }

    static void label(JsonNode row, String column, Report report) {
        if (!row.path(column).isBoolean()) {
            report.error(
                    "label",
                    "'" + column + "' is " + shown(row.path(column)) + ", no boolean",
                    "write true or false, without quotes");
        }
    }

    static void number(JsonNode row, String column, Report report) {
        if (!row.path(column).isNumber()) {
            report.error(
                    "margin",
                    "'" + column + "' is " + shown(row.path(column)) + ", no number",
                    "write a decimal, or leave the column out of the whole file");
        }
    }

    static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
