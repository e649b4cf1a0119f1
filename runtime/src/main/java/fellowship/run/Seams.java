package fellowship.run;

import fellowship.model.Opening;
import fellowship.model.Providers;
import java.util.function.Function;

/**
 * What a run has beneath it besides time: where answers are kept, and how providers are reached. A simulated run puts
 * its own in place.
 */
record Seams(Function<RunOptions, Stores> stores, Opening opening) {

    /** This machine's disk and network. */
    static final Seams REAL = new Seams(Stores::open, Providers::open);
}
