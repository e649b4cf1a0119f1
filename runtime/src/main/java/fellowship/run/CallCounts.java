package fellowship.run;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.model.CallObserver;
import fellowship.model.CallTrip;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of this process and passes on what it hears. */
final class CallCounts implements CallObserver {

    final LongAdder calls = new LongAdder();
    final LongAdder reused = new LongAdder();
    final LongAdder inputTokens = new LongAdder();
    final LongAdder outputTokens = new LongAdder();
    final LongAdder micros = new LongAdder();
    private final ConcurrentSkipListMap<String, Spender> spenders = new ConcurrentSkipListMap<>();
    private final RunListener listener;
    private final AskedCalls asked;

    /** What one asker spent so far. */
    private static final class Spender {
        private final LongAdder calls = new LongAdder();
        private final LongAdder input = new LongAdder();
        private final LongAdder output = new LongAdder();
        private final LongAdder micros = new LongAdder();
    }

    CallCounts(RunListener listener, AskedCalls asked) {
        this.listener = listener;
        this.asked = asked;
    }

    @Override
    public CallTrip begins(String asker, ChatRequest request) {
        return listener.begins(asker, request);
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
        asked.answered(request, completion);
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

    @Override
    public void paid(String asker, Completion completion, long costMicros) {
        Spender spender = spenders.computeIfAbsent(asker, name -> new Spender());
        spender.calls.increment();
        spender.input.add(completion.usage().inputTokens());
        spender.output.add(completion.usage().outputTokens());
        spender.micros.add(costMicros);
    }

    /** Who spent what, the dearest first and equals by name. */
    List<Costs.Role> roles() {
        return spenders.entrySet().stream()
                .map(entry -> new Costs.Role(
                        entry.getKey(),
                        entry.getValue().calls.sum(),
                        entry.getValue().input.sum(),
                        entry.getValue().output.sum(),
                        entry.getValue().micros.sum()))
                .sorted(Comparator.comparingLong(Costs.Role::micros).reversed())
                .toList();
    }
}
