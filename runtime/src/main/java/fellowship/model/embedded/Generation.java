package fellowship.model.embedded;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One text that is being worked on: what is still to be read, and who decides how it goes on. Owned by the {@link Batcher}. */
final class Generation {

    private final Composer composer;
    private final Sequence sequence;
    private final int most;
    private final int wantedFrom;
    private final CompletableFuture<Composer> end;
    private int[] unread;
    private int at;
    private @Nullable Throwable fault;

    /**
     * @param text all that is read before the first answer is wanted
     * @param sequence what has been read of it already
     * @param wantedFrom index in the text from which logits are wanted after each token
     * @param most longest that the text can become
     */
    Generation(
            Composer composer,
            int[] text,
            Sequence sequence,
            int wantedFrom,
            int most,
            CompletableFuture<Composer> end) {
        this.composer = composer;
        this.sequence = sequence;
        this.most = most;
        this.end = end;
        this.unread = Arrays.copyOfRange(text, sequence.length(), text.length);
        this.wantedFrom = wantedFrom;
    }

    Sequence sequence() {
        return sequence;
    }

    int most() {
        return most;
    }

    int waiting() {
        return unread.length - at;
    }

    /** Puts tokens into a step. Returns how many rows of it want logits. */
    int feed(Step step, int count) {
        int wanted = 0;
        int position = sequence.length();
        for (int i = 0; i < count; i++) {
            boolean isWanted = at == unread.length - 1 || (position + i >= wantedFrom);
            wanted += isWanted ? 1 : 0;
            step.add(sequence, unread[at++], isWanted);
        }
        return wanted;
    }

    /** Takes the logits of one place. */
    void take(Logits logits) {
        try {
            int[] next = composer.next(logits);
            if (next.length > 0) {
                unread = next;
                at = 0;
            }
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    boolean isOver() {
        if (fault == null && !composer.isDone() && waiting() == 0) {
            fault = new IllegalStateException("a composer neither goes on nor ends");
        }
        return fault != null || composer.isDone() || end.isDone();
    }

    /** Tells whoever asked. */
    void finish() {
        if (fault != null) {
            end.completeExceptionally(fault);
        } else {
            end.complete(composer);
        }
    }

    void fail(Throwable cause) {
        end.completeExceptionally(cause);
    }
}
