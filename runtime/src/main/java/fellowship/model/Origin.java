package fellowship.model;

import fellowship.model.CallObserver.Source;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Lets an inner wrapper tell the journal outside where the completion of one call came from. It travels in the
 * subscription's context, since a completion is the same wherever it comes from.
 */
final class Origin {

    private volatile Source source = Source.MODEL;

    Context into(Context context) {
        return context.put(Origin.class, this);
    }

    Source source() {
        return source;
    }

    /** Notes the source for whoever listens. */
    static void note(ContextView context, Source source) {
        context.<Origin>getOrEmpty(Origin.class).ifPresent(origin -> origin.source = source);
    }
}
