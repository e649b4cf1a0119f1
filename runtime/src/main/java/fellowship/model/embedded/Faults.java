package fellowship.model.embedded;

import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.model.weights.WeightsException;
import java.util.concurrent.CancellationException;

/** What goes wrong in here, as a call's fault. Trying again never helps: the same request would end in the same way. */
final class Faults {

    private Faults() {}

    static Throwable of(Throwable cause, ModelRef model) {
        if (cause instanceof ModelException) {
            return cause;
        }
        if (cause instanceof SchemaException) {
            return fault("unsupported-parameter", Reaction.RUN, model, cause.getMessage() + "; change the reply type");
        }
        if (cause instanceof WeightsException) {
            return new ModelException("no-weights", Reaction.RUN, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof CancellationException) {
            return fault("closed", Reaction.RUN, model, "the embedded model was closed; open it again");
        }
        if (cause instanceof OutOfMemoryError) {
            return fault("out-of-memory", Reaction.RUN, model, "memory ran out; start the JVM with a greater -Xmx");
        }
        String said = cause instanceof GgufException ? String.valueOf(cause.getMessage()) : cause.toString();
        return fault("model-file", Reaction.RUN, model, said + "; use another file");
    }

    static ModelException fault(String reason, Reaction reaction, ModelRef model, String message) {
        return new ModelException(reason, reaction, model + ": " + message);
    }
}
