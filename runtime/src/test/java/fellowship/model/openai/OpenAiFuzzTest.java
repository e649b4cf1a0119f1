package fellowship.model.openai;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
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
public final class OpenAiFuzzTest {

    private static final ChatRequest REQUEST = new ChatRequest(
            new ModelRef("local", "m"), List.of(Message.user("Hi.")), Sampling.standard(), Optional.empty(), 0);
    private static final Fuzzing FUZZING = Fuzzing.of(
            "openai-replies",
            Set.of(ModelException.class),
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                    + "\"<think>a</think>Blue " + Fuzzing.CANARY
                    + ".\",\"refusal\":null,\"tool_calls\":[]},\"logprobs\":"
                    + "{\"content\":[{\"token\":\"B\",\"logprob\":-0.5,\"top_logprobs\":[]}]},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5},\"error\":null}",
            "{\"choices\":[{\"index\":1,\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"Blue.\"}],"
                    + "\"reasoning_content\":\"sky\"},\"finish_reason\":\"length\"},{\"index\":0,\"message\":{\"content\":"
                    + "null,\"tool_calls\":[{\"id\":\"t\"}]},\"finish_reason\":\"tool_calls\"}]}",
            "{\"error\":{\"message\":\"" + Fuzzing.CANARY
                    + " Limit 30000, Requested 31538\",\"type\":\"x\",\"code\":429}}",
            "data: {\"choices\":[{\"delta\":{\"content\":\"Blue\"}}]}\n\ndata: {\"error\":{\"code\":500}}\n\n");

    @Test
    void everyBodyEndsAsOneOfTwo() {
        FUZZING.run(OpenAiFuzzTest::read);
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        FUZZING.one(OpenAiFuzzTest::read, input);
    }

    private static Completion read(byte[] body) {
        Completion completion = FuzzedReply.read(200, Map.of(), body, reply -> OpenAiReply.read(reply, REQUEST));
        String all = completion.text() + completion.reasoning().orElse("") + completion.model();
        if (all.contains(Fuzzing.CANARY)
                || !new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(all)) {
            throw new IllegalStateException("a completion that cannot be kept: " + completion);
        }
        return completion;
    }
}
