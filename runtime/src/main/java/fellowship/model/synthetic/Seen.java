package fellowship.model.synthetic;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Role;
import fellowship.prompt.Fence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request shows: the question, the candidates from between the marks, and the last words to the model.
 *
 * @param fence whose marks they are; absent where nothing is fenced, so that something is to be written
 * @param question empty where there is none
 * @param candidates in the order they are shown
 * @param last the last message, which says what is wanted
 * @param all every message, for chance
 */
record Seen(Optional<Fence> fence, String question, List<String> candidates, String last, String all) {

    private static final String QUESTION = "question";
    private static final String CANDIDATE = "answer";

    Seen {
        candidates = List.copyOf(candidates);
    }

    static Seen of(ChatRequest request) {
        StringBuilder all = new StringBuilder();
        StringBuilder asked = new StringBuilder();
        for (Message message : request.messages()) {
            String text = message.text();
            all.append(message.role().word()).append('\n').append(text).append('\n');
            if (message.role() == Role.USER) {
                asked.append(text).append('\n');
            }
        }
        String last = request.messages().get(request.messages().size() - 1).text();
        Optional<Fence> fence = Fence.in(asked.toString());
        Map<String, String> passages = new LinkedHashMap<>();
        fence.ifPresent(found -> found.passages(asked.toString())
                .forEach(passage -> passages.putIfAbsent(passage.label(), passage.text())));
        List<String> candidates = passages.entrySet().stream()
                .filter(passage -> passage.getKey().startsWith(CANDIDATE))
                .map(Map.Entry::getValue)
                .toList();
        boolean review = fence.isEmpty() && Writing.quality(last).isPresent();
        return new Seen(
                fence,
                passages.getOrDefault(QUESTION, ""),
                review ? List.of(last) : candidates,
                last,
                all.toString() + request.draw());
    }
}
