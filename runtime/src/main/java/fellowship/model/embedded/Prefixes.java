package fellowship.model.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The texts that were finished last, and how much memory there is for more. A new text that starts as one of these, or
 * as one under way, does not compute that start again: workflows ask with long common beginnings.
 */
final class Prefixes {

    private static final int KEPT = 8;

    /** Copying less is not worth its while. */
    private static final int SHORTEST = 8;

    private final Deque<Sequence> finished = new ArrayDeque<>();
    private final long capacity;

    /** Takes two thirds of the memory that is left after the model was loaded. */
    Prefixes(LanguageModel model) {
        Runtime runtime = Runtime.getRuntime();
        long left = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        this.capacity = Math.max(
                model.context(), left / 3 * 2 / model.transformer().sizes().bytesPerToken());
    }

    /** Whether one more text fits beside those under way at their full lengths; finished ones make room for it. */
    boolean hasRoom(List<Generation> live, int tokens) {
        long used = live.stream().mapToLong(Generation::most).sum() + tokens;
        while (used + finished.stream().mapToLong(Sequence::length).sum() > capacity && !finished.isEmpty()) {
            finished.removeFirst();
        }
        return used <= capacity;
    }

    void keep(Sequence sequence) {
        finished.addLast(sequence);
        if (finished.size() > KEPT) {
            finished.removeFirst();
        }
    }

    /** @param most how much of the text may be taken over */
    Sequence start(LanguageModel model, int[] text, int most, List<Generation> live) {
        Sequence best = null;
        int longest = SHORTEST - 1;
        for (Sequence other : finished) {
            int shared = Math.min(most, other.shared(text));
            if (shared > longest) {
                longest = shared;
                best = other;
            }
        }
        for (Generation other : live) {
            int shared = Math.min(most, other.sequence().shared(text));
            if (shared > longest) {
                longest = shared;
                best = other.sequence();
            }
        }
        return best == null ? model.sequence() : best.start(longest);
    }
}
