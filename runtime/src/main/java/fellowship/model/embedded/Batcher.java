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
            while (true) {
                admit(model, prefixes);
                forward(model);
                settle(prefixes);
            }
        } catch (InterruptedException e) {
            failAll(new CancellationException("the embedded model was closed"));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            failAll(e);
        }
    }

    /** Fails all that is there. Who asks afterwards makes the model load again. */
    private void failAll(Throwable cause) {
        List<Generation> broken = List.copyOf(live);
        live.clear();
        List<Asked> waiting = new ArrayList<>();
        synchronized (this) {
            thread = null;
            queue.drainTo(waiting);
        }
        broken.forEach(generation -> generation.fail(cause));
        waiting.forEach(asked -> asked.end().completeExceptionally(cause));
    }

    /** Waits while there is nothing to do at all. */
    private void admit(LanguageModel model, Prefixes memory) throws InterruptedException {
        while (live.size() < slots) {
            Asked asked = live.isEmpty() ? queue.take() : queue.peek();
            if (asked == null) {
                return;
            }
            if (live.isEmpty()) {
                begin(model, memory, asked);
            } else if (!memory.hasRoom(live, model.context())) {
                return;
            } else {
                queue.remove(asked);
                begin(model, memory, asked);
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void begin(LanguageModel model, Prefixes memory, Asked asked) {
        if (asked.end().isDone()) {
            return;
        }
        try {
            Asked.Work work = asked.prepare().apply(model);
            Tokenizer.Ints text = new Tokenizer.Ints();
            text.addAll(work.prompt());
            text.addAll(work.composer().opening());
            int[] all = text.toArray();
            int wantedFrom = work.scores() ? work.prompt().length - 1 : Integer.MAX_VALUE;
            Sequence sequence = memory.start(model, all, Math.min(all.length - 1, wantedFrom), live);
            int most = work.prompt().length + work.most();
            Generation generation = new Generation(work.composer(), all, sequence, wantedFrom, most, asked.end());
            live.add(generation);
        } catch (RuntimeException e) {
            asked.end().completeExceptionally(e);
        }
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
