package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.text.WellFormed;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A whole answer of status 200 that is a JSON object without an error in it. */
public final class JsonReply {

    private final JsonNode root;
    private final byte[] bytes;
    private final Refusal refusal;

    JsonReply(JsonNode root, byte[] bytes, Refusal refusal) {
        this.root = root;
        this.bytes = bytes;
        this.refusal = refusal;
    }

    public JsonNode root() {
        return root;
    }

    /** The provider's own name for the call. */
    public Optional<String> requestId() {
        return refusal.requestId();
    }

    /** The text at this node, fit to be written as UTF-8 and without the key; empty where there is no text. */
    public String text(JsonNode node) {
        return node.isString() ? ApiKey.redactWhole(refusal.key(), WellFormed.text(node.stringValue())) : "";
    }

    /** The exception for what a provider's reader sees in this answer: a mark of the fault table, and some words. */
    public ModelException fault(String mark, String words) {
        return refusal.seen(mark, words, bytes);
    }
}
