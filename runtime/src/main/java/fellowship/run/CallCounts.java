package fellowship.run;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.model.CallObserver;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of this process and passes on what it hears. */
final class CallCounts implements CallObserver {

    final LongAdder calls = new LongAdder();
    final LongAdder reused = new LongAdder();
    final LongAdder inputTokens = new LongAdder();
    final LongAdder outputTokens = new LongAdder();
    final LongAdder micros = new LongAdder();
    private final RunListener listener;

    CallCounts(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void sent(ChatRequest request) {
        listener.sent(request);
    }

    @Override
    public void returned(ChatRequest request) {
        listener.returned(request);
    }

    @Override
    public void retrying(ChatRequest request, ModelException fault, Duration pause) {
        listener.retrying(request, fault, pause);
    }

    @Override
    public void answered(ChatRequest request, Completion completion, Source source) {
        if (source != Source.MODEL) {
            reused.increment();
            listener.reused(request, completion);
        }
    }

    @Override
    public void billed(ChatRequest request, Completion completion, long costMicros, Duration elapsed) {
        calls.increment();
        inputTokens.add(completion.usage().inputTokens());
        outputTokens.add(completion.usage().outputTokens());
        micros.add(costMicros);
        listener.answered(request, completion, costMicros, elapsed);
    }
}
