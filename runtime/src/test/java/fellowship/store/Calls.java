package fellowship.store;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import java.util.List;
import java.util.Optional;

/** Numbered calls: each number is a request of its own with an answer that can be told from all others. */
public final class Calls {

    private Calls() {}

    public static ChatRequest request(int number) {
        return new ChatRequest(
                new ModelRef("scripted", "echo"),
                List.of(Message.user("question " + number)),
                Sampling.standard(),
                Optional.empty(),
                0);
    }

    public static RequestKey key(int number) {
        return RequestKey.of(request(number));
    }

    public static Completion completion(int number) {
        return Completion.of(text(number), Usage.of(10, number), "echo");
    }

    /** From 20 characters to 12,000, so that some records lie in one page of a file and some in several. */
    private static String text(int number) {
        return ("answer " + number + " ").repeat(1 + Math.floorMod(number * 7919, 1000));
    }
}
