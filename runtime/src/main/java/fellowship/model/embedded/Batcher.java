package fellowship.model.embedded;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thread that loads the model and then takes all texts under way one step further, again and again. Texts come in
 * and leave between two steps. The order of texts changes nothing in any of them.
 */
final class Batcher implements AutoCloseable {

    private final Callable<LanguageModel> loader;
    private final int slots;
    private final LinkedBlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final List<Generation> live = new ArrayList<>();
    private final Step step = new Step();
    private @Nullable Ready next;
    private @Nullable Thread thread;
    private boolean isClosed;

    /** @param slots most texts under way at once */
    Batcher(Callable<LanguageModel> loader, int slots) {
        this.loader = loader;
        this.slots = slots;
    }

    /** Asks; the first to ask makes the model load. */
    synchronized CompletableFuture<Composer> ask(Function<LanguageModel, Asked.Work> prepare) {
        CompletableFuture<Composer> end = new CompletableFuture<>();
        if (isClosed) {
            end.completeExceptionally(new CancellationException("the embedded model was closed"));
            return end;
        }
        queue.add(new Asked(prepare, end));
        if (thread == null) {
            thread = new Thread(this::run, "embedded-model");
            thread.setDaemon(true);
            thread.start();
        }
        return end;
    }

    private void run() {
        try {
            LanguageModel model = loader.call();
            Prefixes prefixes = new Prefixes(model);
            while (!Thread.interrupted()) {
                admit(model, prefixes);
                forward(model);
                settle(prefixes);
            }
            failAll(new InterruptedException());
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            failAll(e);
        }
    }

    /** Fails all that is there. Who asks afterwards makes the model load again. */
    private void failAll(Throwable cause) {
        List<Generation> broken = List.copyOf(live);
        live.clear();
        List<Asked> waiting = new ArrayList<>();
        if (next != null) {
            waiting.add(next.asked);
            next = null;
        }
        Throwable why;
        synchronized (this) {
            thread = null;
            queue.drainTo(waiting);
            why = isClosed ? new CancellationException("the embedded model was closed") : cause;
        }
        broken.forEach(generation -> generation.fail(why));
        waiting.forEach(asked -> asked.end().completeExceptionally(why));
    }

    /** Lets in what there is room for. Waits while there is nothing to do at all. */
    private void admit(LanguageModel model, Prefixes memory) throws InterruptedException {
        while (live.size() < slots) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (next == null) {
                Asked asked = live.isEmpty() ? queue.take() : queue.poll();
                if (asked == null) {
                    return;
                }
                next = prepared(model, asked);
            }
            Ready ready = next;
            if (ready == null || ready.asked.end().isDone()) {
                next = null;
            } else if (live.isEmpty() || memory.hasRoom(live, ready.most())) {
                next = null;
                live.add(begin(model, memory, ready));
            } else {
                return;
            }
        }
    }

    /** What was asked and how it is to be answered. */
    private record Ready(Asked asked, Asked.Work work) {
        int most() {
            return work.prompt().length + work.most();
        }
    }

    /** Null where the question was given up or is refused. */
    private static @Nullable Ready prepared(LanguageModel model, Asked asked) {
        try {
            return asked.end().isDone()
                    ? null
                    : new Ready(asked, asked.prepare().apply(model));
        } catch (RuntimeException e) {
            asked.end().completeExceptionally(e);
            return null;
        }
    }

    private Generation begin(LanguageModel model, Prefixes memory, Ready ready) {
        Asked.Work work = ready.work;
        Tokenizer.Ints text = new Tokenizer.Ints();
        text.addAll(work.prompt());
        text.addAll(work.composer().opening());
        int[] all = text.toArray();
        int wantedFrom = work.scores() ? work.prompt().length - 1 : Integer.MAX_VALUE;
        Sequence sequence = memory.start(model, all, Math.min(all.length - 1, wantedFrom), live);
        return new Generation(work.composer(), all, sequence, wantedFrom, ready.most(), ready.asked.end());
    }

    /** Texts that wait for one token go first, then new prompts as far as there is room. */
    private void forward(LanguageModel model) {
        step.clear();
        int[] counts = new int[live.size()];
        int room = model.transformer().mostRows();
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < counts.length && room > 0; i++) {
                int waiting = live.get(i).waiting();
                if ((waiting == 1) == (pass == 0)) {
                    counts[i] = Math.min(room, waiting);
                    room -= counts[i];
                }
            }
        }
        int[] firsts = new int[counts.length];
        int[] wanted = new int[counts.length];
        int total = 0;
        for (int i = 0; i < counts.length; i++) {
            firsts[i] = total;
            wanted[i] = live.get(i).feed(step, counts[i]);
            total += wanted[i];
        }
        if (step.rows() == 0) {
            return;
        }
        float[] logits = model.transformer().forward(step);
        int stride = model.transformer().logitsStride();
        int vocabulary = model.transformer().vocabulary();
        model.transformer().crew().each(counts.length, i -> {
            for (int k = 0; k < wanted[i]; k++) {
                live.get(i).take(new Logits(logits, (firsts[i] + k) * stride, vocabulary));
            }
        });
    }

    private void settle(Prefixes memory) {
        for (Iterator<Generation> each = live.iterator(); each.hasNext(); ) {
            Generation generation = each.next();
            if (generation.isOver()) {
                each.remove();
                memory.keep(generation.sequence());
                generation.finish();
            }
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            isClosed = true;
            running = thread;
        }
        if (running != null) {
            running.interrupt();
        }
    }
}
