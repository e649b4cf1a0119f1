package fellowship.model;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Which try of its call a subscription is, from 1. Travels in the subscription's context. */
final class Try {

    private Try() {}

    static Context into(Context context, int number) {
        return context.put(Try.class, number);
    }

    static int number(ContextView context) {
        return context.<Integer>getOrEmpty(Try.class).orElse(1);
    }
}
