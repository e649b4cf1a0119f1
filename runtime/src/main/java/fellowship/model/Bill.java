package fellowship.model;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.config.Price;
import java.util.Set;

/** What calls to one model cost, in millionths of a US dollar. */
final class Bill {

    /**
     * Reason codes of failures that no provider bills: the call was refused by status, or never reached it. Any other
     * failure came after the provider had taken the call on, and may be on the bill.
     */
    private static final Set<String> NEVER_BILLED = Set.of(
            "bad-input",
            "bad-request",
            "blocked-page",
            "budget",
            "conflict",
            "context-length",
            "filtered-input",
            "forbidden",
            "foreign-host",
            "no-credit",
            "no-key",
            "no-price",
            "no-quota",
            "no-scripted-answer",
            "overloaded",
            "provider-unavailable",
            "proxy",
            "rate-limited",
            "redirect",
            "refused",
            "request-cut",
            "request-too-large",
            "server-error",
            "gateway",
            "tls",
            "unauthorised",
            "unknown-host",
            "unknown-model",
            "unsupported-parameter");

    private final Price price;

    Bill(Price price) {
        this.price = price;
    }

    /** The most the call can cost. */
    long worst(ChatRequest request) {
        return price.micros(TokenBound.input(request), request.sampling().maxTokens());
    }

    /** What the call cost; one whose usage nobody told cost the worst, never nothing. */
    long of(ChatRequest request, Completion completion) {
        return completion.usage().estimated()
                ? worst(request)
                : price.micros(
                        completion.usage().inputTokens(), completion.usage().outputTokens());
    }

    static boolean maybeBilled(Throwable failure) {
        return !(failure instanceof ModelException fault) || !NEVER_BILLED.contains(fault.reason());
    }
}
