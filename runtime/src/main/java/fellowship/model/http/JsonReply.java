package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.text.WellFormed;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A whole answer of status 200 that is a JSON object without an error in it. */
public final class JsonReply {

    private final JsonNode root;
    private final Body body;
    private final Refusal refusal;

    JsonReply(JsonNode root, Body body, Refusal refusal) {
        this.root = root;
        this.body = body;
        this.refusal = refusal;
    }

    public JsonNode root() {
        return root;
    }

    /** The provider's own name for the call. */
    public Optional<String> requestId() {
        return refusal.requestId();
    }

    /** The text at this node, fit to be written as UTF-8 and without any secret; empty where there is no text. */
    public String text(JsonNode node) {
        return node.isString() ? refusal.secrets().fromAnswer(WellFormed.text(node.stringValue())) : "";
    }

    /** The exception for what a provider's reader sees in this answer: a mark of the fault table, and some words. */
    public ModelException fault(String mark, String words) {
        return refusal.seen(mark, words, body);
    }
}
