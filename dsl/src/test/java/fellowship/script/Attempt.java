package fellowship.script;

import com.sun.management.ThreadMXBean;
import fellowship.plan.Leaf;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One script from elsewhere, read in a thread of its own; where a plan comes of it, its leaves are called on a row.
 *
 * @param planned whether a plan came of it
 * @param problems what was told
 * @param fault what came out that was not told, if anything did
 * @param millis processor time
 * @param bytes that the thread allocated in all, so at least what it ever held
 */
record Attempt(boolean planned, String problems, Optional<Throwable> fault, long millis, long bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Beyond that it counts as endless. */
    private static final long PATIENCE = 30_000;

    static Attempt at(String source, Path folder) throws InterruptedException {
        AtomicReference<Attempt> made = new AtomicReference<>();
        Thread thread = new Thread(() -> made.set(tried(source, folder)), "attempt");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE);
        return Optional.ofNullable(made.get())
                .orElseGet(() ->
                        new Attempt(false, "", Optional.of(new AssertionError("no end within 30 s")), PATIENCE, 0));
    }

    private static Attempt tried(String source, Path folder) {
        long id = Thread.currentThread().getId();
        long cpu = THREADS.getThreadCpuTime(id);
        long bytes = THREADS.getThreadAllocatedBytes(id);
        boolean planned = false;
        String problems = "";
        Optional<Throwable> fault = Optional.empty();
        try {
            Reading reading = Workflows.readOnly("script.groovy", source, folder, Map.of(), true);
            planned = reading.plan().isPresent();
            problems = reading.problems().toString();
            reading.plan().ifPresent(Attempt::onARow);
        } catch (Throwable e) { // whatever comes out counts
            fault = Optional.of(e);
        }
        return new Attempt(
                planned,
                problems,
                fault,
                (THREADS.getThreadCpuTime(id) - cpu) / 1_000_000,
                THREADS.getThreadAllocatedBytes(id) - bytes);
    }

    private static void onARow(Plan plan) {
        Map<String, Object> columns = Map.of("id", "q1", "prompt", "Why is the sky blue?");
        Row row = Row.of(new Sample(1, "q1", "sample.jsonl:1", columns));
        for (Step step : plan.steps()) {
            if (step instanceof Step.Filter filter) {
                quietly(filter.test(), test -> test.test(row));
            } else if (step instanceof Step.Mapped map) {
                quietly(map.function(), function -> function.apply(row));
            } else if (step instanceof Step.Refine refine) {
                refine.stopWhen()
                        .ifPresent(leaf -> quietly(leaf, test -> test.test(Map.of("score", 9.0, "feedback", "x"))));
            }
        }
    }

    private interface Use<F> {
        void of(F function);
    }

    /** A row that is refused is no escape. */
    private static <F> void quietly(Leaf<F> leaf, Use<F> use) {
        try {
            use.of(leaf.function());
        } catch (RuntimeException e) {
            assert e.getMessage() != null;
        }
    }
}
