package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conversations as most consumers read them: objects with {@code role} and {@code content}. */
final class Messages {

    private Messages() {}

    /** The column; with {@code tool_calls} where any turn of the file has them. */
    static Field field(String name, Survey survey) {
        return Field.list(name, object("element", survey.calls()));
    }

    static Field plainField(String name) {
        return Field.list(name, object("element", false));
    }

    static Field object(String name, boolean calls) {
        return calls
                ? Field.object(
                        name,
                        Field.text("role"),
                        Field.text("content"),
                        Field.list(
                                "tool_calls",
                                Field.object(
                                        "element",
                                        Field.text("type"),
                                        Field.object("function", Field.text("name"), Field.text("arguments")))))
                : Field.object(name, Field.text("role"), Field.text("content"));
    }

    static List<Map<String, Object>> of(List<Said> turns, Survey survey) {
        return turns.stream().map(said -> one(said, survey.calls())).toList();
    }

    static List<Map<String, Object>> plain(List<Said> turns) {
        return turns.stream().map(said -> one(said, false)).toList();
    }

    static Map<String, Object> one(Said said, boolean withCalls) {
        return message(said.role(), said.content(), said, withCalls);
    }

    private static Map<String, Object> message(String role, String content, Said said, boolean withCalls) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        if (withCalls) {
            message.put("tool_calls", said.calls().stream().map(Messages::call).toList());
        }
        return message;
    }

    private static Map<String, Object> call(Said.ToolCall call) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", call.name());
        function.put("arguments", call.arguments());
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("type", "function");
        made.put("function", function);
        return made;
    }

    /** All schemas as one JSON text: a list, also where there are none, since consumers read it as JSON unasked. */
    static String tools(FullRecord record) {
        return "[" + String.join(",", record.tools()) + "]";
    }

    /** The prompt and an answer after it. */
    static List<Said> whole(FullRecord record, FullRecord.Candidate answer) {
        List<Said> all = new ArrayList<>(record.prompt());
        all.addAll(answer.messages());
        return all;
    }

    /** The turns with an {@code <image>} mark for each picture: where none has one, all stand before the first user text. */
    static List<Said> marked(List<Said> turns, FullRecord record) {
        if (record.images().isEmpty() || Fit.marked(record) > 0) {
            return turns;
        }
        List<Said> all = new ArrayList<>(turns);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).by(Said.USER)) {
                String marks = Said.PICTURE.repeat(record.images().size());
                all.set(
                        i,
                        new Said(
                                Said.USER,
                                marks + all.get(i).content(),
                                all.get(i).calls()));
                return all;
            }
        }
        return all;
    }
}
