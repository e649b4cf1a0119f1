package fellowship.chat;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Who asks: the agent or judge on whose behalf a call is made. Travels in the subscription's context, for accounts. */
public final class Asker {

    /** Of a call that nobody is named for. */
    public static final String NOBODY = "";

    private Asker() {}

    /** To be put on a call: {@code model.complete(request).contextWrite(Asker.of(name))}. */
    public static Context of(String name) {
        return Context.of(Asker.class, name);
    }

    /** Who asks in this context. */
    public static String of(ContextView context) {
        return context.<String>getOrEmpty(Asker.class).orElse(NOBODY);
    }
}
