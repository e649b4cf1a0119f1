package fellowship.model.anthropic;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import fellowship.fuzz.Fuzzing;
import fellowship.model.http.FuzzedReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a server of this wire sends is a completion or a fault of the table. */
public final class AnthropicFuzzTest {

    private static final ChatRequest REQUEST = new ChatRequest(
            new ModelRef("local", "m"),
            List.of(Message.user("Hi.")),
            Sampling.standard(),
            Optional.of(new ReplySchema("Review", Map.of("type", "object"))),
            0);
    private static final Fuzzing FUZZING = Fuzzing.of(
            "anthropic-replies",
            Set.of(ModelException.class),
            "{\"id\":\"m1\",\"type\":\"message\",\"model\":\"m\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"a\"},"
                    + "{\"type\":\"text\",\"text\":\"Blue " + Fuzzing.CANARY
                    + ".\"}],\"stop_reason\":\"end_turn\",\"usage\":"
                    + "{\"input_tokens\":3,\"cache_read_input_tokens\":1,\"output_tokens\":2}}",
            "{\"content\":[{\"type\":\"tool_use\",\"name\":\"Review\",\"input\":{\"score\":7}}],\"stop_reason\":\"tool_use\"}",
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"" + Fuzzing.CANARY + "\"}}");

    @Test
    void everyBodyEndsAsOneOfTwo() {
        FUZZING.run(AnthropicFuzzTest::read);
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        FUZZING.one(AnthropicFuzzTest::read, input);
    }

    private static Completion read(byte[] body) {
        Completion completion = FuzzedReply.read(200, Map.of(), body, reply -> AnthropicReply.read(reply, REQUEST));
        String all = completion.text() + completion.reasoning().orElse("") + completion.model();
        if (all.contains(Fuzzing.CANARY)
                || !new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(all)) {
            throw new IllegalStateException("a completion that cannot be kept: " + completion);
        }
        return completion;
    }
}
