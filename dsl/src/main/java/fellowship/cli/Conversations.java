package fellowship.cli;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Part;
import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.row.Reply;
import fellowship.run.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps what was asked and answered, to show it row by row. */
final class Conversations implements RunListener {

    private record Call(String who, ModelRef model, List<Message> asked, String text) {}

    private final Map<List<Message>, List<Call>> unnamed = new LinkedHashMap<>();
    private final List<List<Message>> shown = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public synchronized void answered(ChatRequest request, Completion completion, long micros, Duration elapsed) {
        reused(request, completion);
    }

    @Override
    public synchronized void reused(ChatRequest request, Completion completion) {
        unnamed.computeIfAbsent(request.messages(), key -> new ArrayList<>())
                .add(new Call("", request.model(), request.messages(), completion.text()));
    }

    @Override
    public synchronized void finished(RowResult result) {
        text.append("=== row ")
                .append(result.sample().id())
                .append(" (")
                .append(result.sample().origin())
                .append(")\n\n");
        Set<String> calls = new LinkedHashSet<>();
        replies(result).filter(reply -> calls.add(reply.call())).forEach(this::reply);
        for (RowResult.Emission emission : result.emissions()) {
            text.append("--> data set '")
                    .append(emission.output().name())
                    .append("', row ")
                    .append(emission.row().id())
                    .append("\n");
        }
        for (RowResult.Leaving leaving : result.leavings()) {
            text.append("--> left out at ")
                    .append(leaving.step())
                    .append(": ")
                    .append(leaving.rule())
                    .append("\n");
        }
        for (Rejection rejection : result.rejections()) {
            text.append("--> rejected at ")
                    .append(rejection.step())
                    .append(": ")
                    .append(rejection.message())
                    .append("\n");
        }
        text.append("\n");
    }

    private static Stream<Reply> replies(RowResult result) {
        return result.emissions().stream().flatMap(emission -> emission.row().replies().stream());
    }

    private void reply(Reply reply) {
        unnamed.remove(reply.asked());
        call(new Call(
                reply.agent(), reply.model(), reply.asked(), reply.completion().text()));
    }

    /** All rows; calls of rows that were left out or rejected come last. */
    synchronized String text() {
        if (!unnamed.isEmpty()) {
            text.append("=== calls whose answers are in no data set\n\n");
            unnamed.values().forEach(calls -> calls.forEach(this::call));
            unnamed.clear();
        }
        return text.toString();
    }

    private void call(Call call) {
        text.append("--- ")
                .append(call.who().isEmpty() ? "" : call.who() + ", ")
                .append(call.model())
                .append("\n");
        int known = known(call.asked());
        if (known > 0) {
            text.append("[the conversation above goes on]\n");
        }
        for (Message message : call.asked().subList(known, call.asked().size())) {
            text.append("[")
                    .append(message.role().word())
                    .append("] ")
                    .append(indented(message))
                    .append("\n");
        }
        text.append("[reply] ").append(indent(call.text())).append("\n\n");
        if (!call.text().isEmpty()) {
            List<Message> whole = new ArrayList<>(call.asked());
            whole.add(Message.assistant(call.text()));
            shown.add(whole);
        }
    }

    /** How many of its turns were shown before, as one whole conversation. */
    private int known(List<Message> asked) {
        return shown.stream()
                .filter(whole -> whole.size() < asked.size()
                        && asked.subList(0, whole.size()).equals(whole))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static String indented(Message message) {
        String pictures = message.parts().stream()
                .filter(Part.Image.class::isInstance)
                .map(part -> "\n    (a picture)")
                .reduce("", String::concat);
        return indent(message.text()) + pictures;
    }

    /** Control characters of a model's reply must not steer the terminal. */
    private static String indent(String raw) {
        return raw.strip().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\ufffd").replace("\n", "\n    ");
    }
}
