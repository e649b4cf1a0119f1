package fellowship.export.verify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** TRL's ({@code data_utils.py} and the trainers' checks). */
final class TrlRules implements Rules {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");
    private static final List<String> KINDS = List.of("prompt", "chosen", "rejected", "completion", "reference");

    /** Keys that make {@code apply_chat_template} raise when they stand beside others than their own. */
    private static final Set<String> TEMPLATED =
            Set.of("messages", "prompt", "chosen", "rejected", "completion", "label");

    @Override
    public void check(JsonNode row, String type, Report report) {
        if (type.equals("stepwise")) {
            steps(row, report);
            return;
        }
        if (!oneKind(row, report) || !conversations(row, report)) {
            return;
        }
        strayKeys(row, report);
        prompt(row, report);
        if (row.has("chosen")) {
            Answers.check(row.path("chosen"), row.path("rejected"), true, false, report);
        }
        if (row.has("completion") && Turns.text(row.path("completion")).isEmpty()) {
            report.error("empty-answer", "the completion is empty", "leave the row out");
        }
        if (row.has("label")) {
            Answers.label(row, "label", report);
        }
        if (row.has("margin")) {
            Answers.number(row, "margin", report);
        }
        blank(row, report);
        pictures(row, report);
    }

    private static boolean oneKind(JsonNode row, Report report) {
        Set<String> lists = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        KINDS.stream().filter(row::has).forEach(key -> (row.path(key).isArray() ? lists : texts).add(key));
        if (!lists.isEmpty() && !texts.isEmpty()) {
            report.error(
                    "one-kind",
                    "texts " + texts + " stand beside lists of messages " + lists,
                    "write all as lists of messages, or all as texts; 'fellowship convert --from trl' or"
                            + " '--from ultrafeedback-binarized', then 'export --for trl', does it");
            return false;
        }
        return true;
    }

    private static boolean conversations(JsonNode row, Report report) {
        boolean good = true;
        for (String key : List.of("prompt", "chosen", "rejected", "completion", "reference", "messages")) {
            if (row.path(key).isArray()) {
                good &= Turns.check(key, row.path(key), ROLES, report);
            }
        }
        return good;
    }

    private static void strayKeys(JsonNode row, Report report) {
        Set<String> here = new TreeSet<>();
        row.properties().forEach(entry -> here.add(entry.getKey()));
        here.retainAll(TEMPLATED);
        List<Set<String>> allowed = List.of(
                Set.of("messages"),
                Set.of("prompt"),
                Set.of("prompt", "completion"),
                Set.of("prompt", "chosen", "rejected"),
                Set.of("chosen", "rejected"),
                Set.of("prompt", "completion", "label"));
        if (!allowed.contains(here)) {
            report.error(
                    "key-set",
                    "the keys " + here + " stand together",
                    "keep the keys of one type; take the others out");
        }
    }

    private static void prompt(JsonNode row, Report report) {
        JsonNode prompt = row.path("prompt");
        if (prompt.isArray() && Turns.last(prompt).equals("system")) {
            report.error("prompt-end", "the prompt ends with the system", "end it with the user or a tool");
        } else if (prompt.isArray() && Turns.last(prompt).equals("assistant")) {
            report.warn(
                    "prompt-end",
                    "the prompt ends with the assistant, so the answer continues that turn",
                    "end it with the user, if a new turn is meant");
        } else if (prompt.isString() && prompt.asString().isBlank()) {
            report.error("empty-prompt", "the prompt is empty", "leave the row out");
        } else if (prompt.isMissingNode() && row.path("chosen").isArray()) {
            report.warn(
                    "explicit-prompt",
                    "there is no prompt of its own: what both sides begin with is taken for it",
                    "write the prompt in 'prompt'");
        } else if (prompt.isMissingNode() && row.path("chosen").isString()) {
            report.error(
                    "explicit-prompt",
                    "the prompt of two texts is found letter by letter, with bad results",
                    "write the prompt in 'prompt'");
        }
    }

    private static void blank(JsonNode row, Report report) {
        JsonNode prompt = row.path("prompt");
        JsonNode answer = row.has("chosen") ? row.path("chosen") : row.path("completion");
        if (prompt.isString()
                && answer.isString()
                && !prompt.asString().isEmpty()
                && !answer.asString().isEmpty()) {
            boolean apart = Character.isWhitespace(
                            prompt.asString().charAt(prompt.asString().length() - 1))
                    || Character.isWhitespace(answer.asString().charAt(0));
            if (!apart) {
                report.warn(
                        "leading-blank",
                        "texts get no template, and nothing stands between prompt and answer",
                        "begin the answer with a blank or a line break");
            }
        }
    }

    private static void pictures(JsonNode row, Report report) {
        JsonNode images = row.path("images");
        if (images.isArray()) {
            int parts = 0;
            for (JsonNode message : row.path("prompt")) {
                for (JsonNode part : message.path("content")) {
                    parts += part.path("type").asString("").equals("image") ? 1 : 0;
                }
            }
            if (parts > 0 && parts != images.size()) {
                report.error(
                        "pictures",
                        parts + " parts are pictures and 'images' holds " + images.size(),
                        "give each its picture");
            }
            if (Turns.marks(row.path("prompt")) > 0) {
                report.warn(
                        "pictures",
                        "the text holds the mark <image>, which TRL takes for text",
                        "take it out: pictures of texts stand before the first user turn");
            }
        }
    }

    private static void steps(JsonNode row, Report report) {
        if (!row.path("prompt").isString()
                || row.path("completions").size() != row.path("labels").size()
                || row.path("completions").isEmpty()) {
            report.error(
                    "steps",
                    "there are " + row.path("completions").size() + " steps and "
                            + row.path("labels").size() + " labels",
                    "write a text as prompt, and a label for each step");
        }
        row.path("labels").forEach(label -> {
            if (!label.isBoolean()) {
                report.error(
                        "label", "a step's label is " + Answers.shown(label) + ", no boolean", "write true or false");
            }
        });
    }
}
