package fellowship.cli;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.engine.RowResult;
import fellowship.model.CallTrip;
import fellowship.run.RunListener;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in a run while it happens. */
final class Counts implements RunListener {

    private final AtomicLong samples = new AtomicLong(-1);
    private final LongAdder rows = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder returned = new LongAdder();
    private final LongAdder slowed = new LongAdder();
    private final LongAdder input = new LongAdder();
    private final LongAdder output = new LongAdder();
    private final LongAdder micros = new LongAdder();
    private final CallTimes times = new CallTimes(System::nanoTime);
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    /**
     * All counts at one moment.
     *
     * @param samples rows in all; below 0 while that is not known
     * @param inFlight tries that are with a provider
     * @param slowed tries that a provider refused for going too fast
     */
    record Snapshot(
            long samples,
            long rows,
            long rejected,
            long calls,
            long reused,
            long inFlight,
            long slowed,
            long inputTokens,
            long outputTokens,
            long micros) {}

    Snapshot now() {
        return new Snapshot(
                samples.get(),
                rows.sum(),
                rejected.sum(),
                answered.sum(),
                reused.sum(),
                Math.max(0, sent.sum() - returned.sum()),
                slowed.sum(),
                input.sum(),
                output.sum(),
                micros.sum());
    }

    /** Where the calls' time went. */
    CallTimes times() {
        return times;
    }

    /** The notes since the last time. */
    Queue<String> notes() {
        return notes;
    }

    @Override
    public void started(long count) {
        samples.set(count);
    }

    @Override
    public void finished(RowResult result) {
        rows.increment();
        if (result.emissions().isEmpty() && !result.rejections().isEmpty()) {
            rejected.increment();
        }
    }

    @Override
    public CallTrip begins(String asker, ChatRequest request) {
        return times.begins(asker, request);
    }

    @Override
    public void sent(ChatRequest request) {
        sent.increment();
    }

    @Override
    public void returned(ChatRequest request) {
        returned.increment();
    }

    @Override
    public void answered(ChatRequest request, Completion completion, long cost, Duration elapsed) {
        answered.increment();
        input.add(completion.usage().inputTokens());
        output.add(completion.usage().outputTokens());
        micros.add(cost);
    }

    @Override
    public void reused(ChatRequest request, Completion completion) {
        reused.increment();
    }

    @Override
    public void retrying(ChatRequest request, ModelException fault, Duration pause) {
        if (fault.reaction() == Reaction.SLOW) {
            slowed.increment();
        }
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }
}
