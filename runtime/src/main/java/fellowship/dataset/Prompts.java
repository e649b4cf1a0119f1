package fellowship.dataset;

import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.Role;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prompt that answers belong to: what their writers were asked first, where that was the same for all; else the task
 * as it stands in the row. What was said in later turns of a loop is no part of it, since the answer is to stand alone.
 */
final class Prompts {

    private static final List<String> COLUMNS = List.of("prompt", "instruction", "question");

    private Prompts() {}

    static Made<List<Message>> of(Row row, Draft... answers) {
        List<List<Message>> openings = new ArrayList<>();
        for (Draft answer : answers) {
            openings.add(answer.reply().map(Reply::asked).map(Prompts::opening).orElse(List.of()));
        }
        List<Message> first = openings.get(0);
        boolean same = openings.stream().allMatch(first::equals);
        return same && !first.isEmpty() ? written(first) : column(row);
    }

    /** A conversation that can be written as text. */
    static Made<List<Message>> written(List<Message> messages) {
        boolean picture =
                messages.stream().flatMap(message -> message.parts().stream()).anyMatch(Part.Image.class::isInstance);
        return picture ? new Made.Not<>("picture-prompt") : new Made.Of<>(messages);
    }

    /** Up to and with the first user turn; nothing where there is none. */
    private static List<Message> opening(List<Message> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).role() == Role.USER) {
                return asked.subList(0, i + 1);
            }
        }
        return List.of();
    }

    private static Made<List<Message>> column(Row row) {
        Optional<String> task = COLUMNS.stream()
                .map(name -> row.columns().get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst();
        return task.<Made<List<Message>>>map(text -> new Made.Of<>(List.of(Message.user(text))))
                .orElseGet(() -> new Made.Not<>("no-prompt"));
    }

    static List<Map<String, Object>> json(List<Message> messages) {
        return messages.stream()
                .map(message -> message(message.role(), message.text()))
                .toList();
    }

    /** One assistant turn, as trainers want completions. */
    static List<Map<String, Object>> answer(String text) {
        return List.of(message(Role.ASSISTANT, text));
    }

    private static Map<String, Object> message(Role role, String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role.word());
        message.put("content", text);
        return message;
    }
}
