package fellowship.engine;

import fellowship.plan.Gate;
import fellowship.quality.Overlap;

/** Where the texts of benchmarks come from. */
@FunctionalInterface
public interface Benchmarks {

    /** No gate of the plan asks for any. */
    Benchmarks NONE = gate -> {
        throw new IllegalStateException("no benchmark was read");
    };

    /** What the gate's files hold. */
    Overlap of(Gate.Benchmarks gate);
}
