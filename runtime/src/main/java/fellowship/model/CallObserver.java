package fellowship.model;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import java.time.Duration;
import reactor.util.context.ContextView;

/**
 * Is told what happens to calls: for progress, metrics and the run's journal. Called on whatever thread the call is on,
 * so it must be quick, must not block and must not throw.
 *
 * <p>A call is told as answered once for whoever asked: by the journal, by the cache, or by the innermost part of the
 * road that knows a model was asked. So the {@link Source#MODEL} answers are the ones that were paid for.
 */
public interface CallObserver {

    /** Watches nothing. */
    CallObserver NONE = new CallObserver() {};

    /** Where an answer came from. */
    enum Source {
        /** This run had asked before. */
        JOURNAL,
        /** An earlier run had asked, or someone else in this run asked at the same moment. */
        CACHE,
        /** A model was asked. */
        MODEL
    }

    /**
     * A call sets out that the journal could not answer.
     *
     * @param asker the agent or judge that asks, empty where nobody is named
     * @return is told how it goes
     */
    default CallTrip begins(String asker, ChatRequest request) {
        return CallTrip.NONE;
    }

    /** A try leaves for the provider, after all waiting for limits. */
    default void sent(ChatRequest request) {}

    /** The same, for whoever looks into the context that the call is made in. */
    default void sent(ChatRequest request, ContextView context) {
        sent(request);
    }

    /** A try came back from the provider or was given up, however it ended. */
    default void returned(ChatRequest request) {}

    /** A try failed and another follows after a pause. */
    default void retrying(ChatRequest request, ModelException fault, Duration pause) {}

    /** A call has its completion. */
    default void answered(ChatRequest request, Completion completion, Source source) {}

    /**
     * A model's answer was billed; told beside {@link #answered} for answers of {@link Source#MODEL}.
     *
     * @param costMicros millionths of a US dollar
     * @param elapsed from sending to the answer, without any waiting for limits
     */
    default void billed(ChatRequest request, Completion completion, long costMicros, Duration elapsed) {}

    /**
     * The same, for whoever keeps account of who spends what.
     *
     * @param asker the agent or judge that asked, empty where nobody is named
     */
    default void paid(String asker, Completion completion, long costMicros) {}

    /** This one first, then the other. */
    default CallObserver and(CallObserver other) {
        CallObserver first = this;
        return new CallObserver() {
            @Override
            public CallTrip begins(String asker, ChatRequest request) {
                CallTrip trip = first.begins(asker, request);
                return trip == CallTrip.NONE ? other.begins(asker, request) : trip;
            }

            @Override
            public void sent(ChatRequest request) {
                first.sent(request);
                other.sent(request);
            }

            @Override
            public void sent(ChatRequest request, ContextView context) {
                first.sent(request, context);
                other.sent(request, context);
            }

            @Override
            public void returned(ChatRequest request) {
                first.returned(request);
                other.returned(request);
            }

            @Override
            public void retrying(ChatRequest request, ModelException fault, Duration pause) {
                first.retrying(request, fault, pause);
                other.retrying(request, fault, pause);
            }

            @Override
            public void answered(ChatRequest request, Completion completion, Source source) {
                first.answered(request, completion, source);
                other.answered(request, completion, source);
            }

            @Override
            public void billed(ChatRequest request, Completion completion, long costMicros, Duration elapsed) {
                first.billed(request, completion, costMicros, elapsed);
                other.billed(request, completion, costMicros, elapsed);
            }

            @Override
            public void paid(String asker, Completion completion, long costMicros) {
                first.paid(asker, completion, costMicros);
                other.paid(asker, completion, costMicros);
            }
        };
    }
}
