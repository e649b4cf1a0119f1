package fellowship.plan;

import fellowship.chat.Sampling;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.Map;

/** How models are asked, as plain data. */
final class AskTree {

    private AskTree() {}

    static Map<String, Object> sampling(Sampling sampling) {
        return new Tree()
                .put("temperature", sampling.temperature())
                .put("top-p", sampling.topP())
                .put("max-tokens", sampling.maxTokens())
                .put("stop", sampling.stop())
                .put("top-logprobs", sampling.topLogprobs())
                .map();
    }

    static Map<String, Object> reply(ReplyType reply) {
        return new Tree()
                .put("name", reply.name())
                .put("fields", reply.fields().stream().map(AskTree::field).toList())
                .map();
    }

    private static Map<String, Object> field(Field field) {
        return new Tree()
                .put("name", field.name())
                .put("kind", field.kind())
                .put("min", field.min())
                .put("max", field.max())
                .put("options", field.options())
                .put("item", field.item())
                .map();
    }
}
