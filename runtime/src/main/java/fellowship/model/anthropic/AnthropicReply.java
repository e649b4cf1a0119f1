package fellowship.model.anthropic;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.ReplySchema;
import fellowship.chat.Usage;
import fellowship.model.fault.FaultTable;
import fellowship.model.http.Counts;
import fellowship.model.http.JsonReply;
import fellowship.text.WellFormed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads an answer: its text blocks, or the input of the tool that stands for a typed reply. */
final class AnthropicReply {

    private AnthropicReply() {}

    static Completion read(JsonReply reply, ChatRequest request) {
        JsonNode content = reply.root().path("content");
        if (!content.isArray()) {
            throw reply.fault("null-choices", "");
        }
        Optional<JsonNode> typed = request.schema().flatMap(schema -> call(content, schema));
        Finish finish = finish(reply.root().path("stop_reason"), typed.isPresent());
        String text =
                typed.map(input -> WellFormed.text(input.toString())).orElseGet(() -> texts(reply, content, "text"));
        Usage usage = usage(reply.root().path("usage"), request, text);
        if (text.isBlank() && finish != Finish.REFUSAL && finish != Finish.FILTER) {
            throw reply.fault(emptiness(content, finish), usage.outputTokens() + " tokens");
        }
        return new Completion(
                text,
                Optional.of(texts(reply, content, "thinking")).filter(thought -> !thought.isBlank()),
                finish,
                usage,
                Optional.of(reply.text(reply.root().path("model")))
                        .filter(named -> !named.isEmpty())
                        .orElse(request.model().model()),
                reply.requestId().or(() -> Optional.of(reply.text(reply.root().path("id")))
                        .filter(id -> !id.isEmpty())),
                List.of());
    }

    private static Optional<JsonNode> call(JsonNode content, ReplySchema schema) {
        return content.valueStream()
                .filter(block -> block.path("type").asString("").equals("tool_use"))
                .filter(block -> block.path("name").asString("").equals(schema.name()))
                .map(block -> block.path("input"))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** The call of the tool that had to be called is the end that was asked for. */
    private static Finish finish(JsonNode reason, boolean isTyped) {
        String word = reason.asString("");
        return isTyped && word.equals("tool_use")
                ? Finish.COMPLETE
                : FaultTable.standard().finish(word);
    }

    private static String emptiness(JsonNode content, Finish finish) {
        boolean calls = content.valueStream()
                .anyMatch(block -> block.path("type").asString("").equals("tool_use"));
        return calls ? "tools" : finish == Finish.LENGTH ? "empty-length" : "empty";
    }

    private static String texts(JsonReply reply, JsonNode content, String type) {
        return content.valueStream()
                .filter(block -> block.path("type").asString("").equals(type))
                .map(block -> reply.text(block.path(type)))
                .collect(Collectors.joining());
    }

    /** What was read from or written to the provider's cache is input as well. */
    private static Usage usage(JsonNode usage, ChatRequest request, String text) {
        long input = usage.path("input_tokens").asLong(-1);
        if (input >= 0) {
            input += Math.max(0, usage.path("cache_creation_input_tokens").asLong(0))
                    + Math.max(0, usage.path("cache_read_input_tokens").asLong(0));
        }
        return Counts.of(request, input, usage.path("output_tokens").asLong(-1), !text.isEmpty());
    }
}
