package fellowship.judging;

import fellowship.ask.JsonReader;
import fellowship.ask.Question;
import fellowship.chat.Message;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Reasons;
import fellowship.prompt.AnswerReader;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a typed reply is laid out: as one JSON object, or as free text with lines that carry the call's mark. The values are
 * the same in both.
 *
 * @param type the fields
 * @param inLines whether the reply is text with lines
 * @param prose the field that is free text around the lines; the others each have a line
 * @param reasons where that text stands
 * @param mark of the lines
 */
record ReplyForm(ReplyType type, boolean inLines, String prose, Reasons reasons, String mark) {

    /** How to reply, in words. */
    String instruction() {
        if (!inLines) {
            return type.instruction();
        }
        String lines = lines().stream()
                .map(field -> LineReader.key(field, mark) + ": " + values(field))
                .collect(Collectors.joining("\n"));
        String these = lines().size() == 1 ? "this line" : "these lines";
        return switch (reasons) {
            case FIRST ->
                "Write your reasons, then end with " + these + ", filled in, and write nothing after:\n" + lines;
            case LAST -> "Begin with " + these + ", filled in, and write your reasons below:\n" + lines;
            case NONE -> "Reply with " + these + ", filled in, and nothing else:\n" + lines;
        };
    }

    private List<Field> lines() {
        return type.fields().stream()
                .filter(field -> !field.name().equals(prose))
                .toList();
    }

    private static String values(Field field) {
        if (field.kind() == Field.Kind.CHOICE) {
            return String.join(" or ", field.options());
        }
        if (field.kind() == Field.Kind.LIST) {
            return String.join(" > ", field.options());
        }
        String range = field.min().isPresent() && field.max().isPresent()
                ? " from " + Numbers.plain(field.min().getAsDouble()) + " to "
                        + Numbers.plain(field.max().getAsDouble())
                : "";
        return field.isNumber() ? "a number" + range : "text";
    }

    AnswerReader<Map<String, Object>> reader() {
        return inLines ? new LineReader(lines(), prose, reasons, mark) : new JsonReader(type);
    }

    Question<Map<String, Object>> question(String asker, Judge judge, List<Message> messages, int draw) {
        return new Question<>(
                asker,
                judge.model(),
                judge.sampling(),
                messages,
                inLines ? Optional.empty() : Optional.of(type.schema()),
                instruction(),
                reader(),
                draw);
    }
}
