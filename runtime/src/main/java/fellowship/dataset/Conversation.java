package fellowship.dataset;

import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.Role;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations as trainers read them: lists of {@code role} and {@code content}. */
final class Conversation {

    /** Columns that hold the task of a row whose candidates stood in the input, best first. */
    private static final List<String> TASK_COLUMNS = List.of("prompt", "instruction", "question");

    private Conversation() {}

    static List<Map<String, Object>> of(List<Message> messages) {
        return messages.stream()
                .map(message -> turn(message.role(), message.text()))
                .toList();
    }

    static List<Map<String, Object>> answer(String text) {
        return List.of(turn(Role.ASSISTANT, text));
    }

    private static Map<String, Object> turn(Role role, String content) {
        Map<String, Object> turn = new LinkedHashMap<>();
        turn.put("role", role.word());
        turn.put("content", content);
        return turn;
    }

    /**
     * What the drafts of a row answer: what their writers were asked first, where that is the same for all of them; else
     * the row's own task. Absent when the row has neither.
     */
    static Optional<List<Map<String, Object>>> prompt(Row row, List<Draft> drafts) {
        List<List<Map<String, Object>>> openings = drafts.stream()
                .map(draft -> draft.reply().map(reply -> opening(reply.asked())).orElse(List.of()))
                .distinct()
                .toList();
        if (openings.size() == 1 && !openings.get(0).isEmpty()) {
            return Optional.of(openings.get(0));
        }
        return TASK_COLUMNS.stream()
                .filter(name -> row.columns().get(name) instanceof String)
                .findFirst()
                .map(name ->
                        List.of(turn(Role.USER, String.valueOf(row.columns().get(name)))));
    }

    /** The first user turn, and what stands before it. */
    private static List<Map<String, Object>> opening(List<Message> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).role() == Role.USER) {
                return of(asked.subList(0, i + 1));
            }
        }
        return List.of();
    }

    /** Whether an answer may be taught: whole, by its provider's word; one from the input is taken as it is. */
    static boolean whole(Draft draft) {
        return draft.reply()
                .map(reply -> reply.completion().finish() == Finish.COMPLETE)
                .orElse(true);
    }
}
