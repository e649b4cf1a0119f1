package fellowship.store;

import fellowship.chat.ChatRequest;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The key of the call that is under way, made once and handed down the road in the subscriber's context: a digest costs as
 * much as all else that journal and cache do for a call.
 */
public final class CallKey {

    private final ChatRequest request;
    private final RequestKey key;

    private CallKey(ChatRequest request, RequestKey key) {
        this.request = request;
        this.key = key;
    }

    /** For {@code contextWrite}. */
    public static Context known(ChatRequest request, RequestKey key) {
        return Context.of(CallKey.class, new CallKey(request, key));
    }

    /** The request's key: the one that is known where it is that very request's. */
    public static RequestKey of(ChatRequest request, ContextView context) {
        CallKey known = context.<CallKey>getOrDefault(CallKey.class, null);
        return known != null && known.request == request ? known.key : RequestKey.of(request);
    }
}
