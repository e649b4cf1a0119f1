package fellowship.run;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.engine.RowResult;
import fellowship.model.CallTrip;
import java.time.Duration;

/** Is told what happens in a run, from many threads at once; must not block. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** The input was looked through: this many samples will be taken. */
    default void started(long samples) {}

    /** A row came to its end; in the order of the input. */
    default void finished(RowResult result) {}

    /**
     * A call sets out that the journal could not answer.
     *
     * @param asker the agent or judge that asks, empty where nobody is named
     * @return is told how it goes
     */
    default CallTrip begins(String asker, ChatRequest request) {
        return CallTrip.NONE;
    }

    /** A request went out. */
    default void sent(ChatRequest request) {}

    /** A request came back or was given up, however it ended. */
    default void returned(ChatRequest request) {}

    /** A paid answer came, {@code micros} millionths of a dollar, {@code elapsed} after it was sent. */
    default void answered(ChatRequest request, Completion completion, long micros, Duration elapsed) {}

    /** An answer was there already, in the journal or the cache. */
    default void reused(ChatRequest request, Completion completion) {}

    /** A call failed and is made again after a pause. */
    default void retrying(ChatRequest request, ModelException fault, Duration pause) {}

    /** Something a person should know, one sentence. */
    default void note(String sentence) {}
}
