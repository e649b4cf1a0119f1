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
    private volatile boolean onDisk;

    Context into(Context context) {
        return context.put(Origin.class, this);
    }

    Source source() {
        return source;
    }

    /** Whether it was read from the cache's file, so that nothing is lost if this process ends now. */
    boolean onDisk() {
        return onDisk;
    }

    /** Notes for whoever listens that it was read from the cache's file. */
    static void noteOnDisk(ContextView context) {
        context.<Origin>getOrEmpty(Origin.class).ifPresent(origin -> {
            origin.source = Source.CACHE;
            origin.onDisk = true;
        });
    }

    /** Notes the source for whoever listens. */
    static void note(ContextView context, Source source) {
        context.<Origin>getOrEmpty(Origin.class).ifPresent(origin -> origin.source = source);
    }
}
