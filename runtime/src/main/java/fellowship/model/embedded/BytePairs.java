package fellowship.model.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Cuts a word into tokens: single bytes at first, then pair after pair is merged, the pair that was learned first goes first. */
final class BytePairs {

    private static final int MOST_MERGES = 1 << 20;

    private final int[] single = new int[256];
    private final Map<Long, Merge> merges = new HashMap<>();

    private record Merge(int rank, int token) {}

    private record Candidate(int rank, int left, int leftToken, int rightToken, int token)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(left, other.left);
        }
    }

    BytePairs(Vocabulary vocabulary, List<String> written) {
        if (written.size() > MOST_MERGES) {
            throw new GgufException("it has " + written.size() + " merges, more than " + MOST_MERGES);
        }
        for (int b = 0; b < 256; b++) {
            single[b] = vocabulary.id(Alphabet.character((byte) b)).orElse(-1);
        }
        for (int rank = 0; rank < written.size(); rank++) {
            String merge = written.get(rank);
            int space = merge.indexOf(' ', 1);
            if (space > 0) {
                add(vocabulary, rank, merge.substring(0, space), merge.substring(space + 1));
            }
        }
    }

    private void add(Vocabulary vocabulary, int rank, String left, String right) {
        OptionalInt a = vocabulary.id(left);
        OptionalInt b = vocabulary.id(right);
        OptionalInt both = vocabulary.id(left + right);
        if (a.isPresent() && b.isPresent() && both.isPresent()) {
            merges.putIfAbsent(pair(a.getAsInt(), b.getAsInt()), new Merge(rank, both.getAsInt()));
        }
    }

    /** Bytes that no token stands for are left out. */
    void encode(byte[] word, IntConsumer to) {
        int[] tokens = new int[word.length];
        int length = 0;
        for (byte b : word) {
            if (single[b & 0xff] >= 0) {
                tokens[length++] = single[b & 0xff];
            }
        }
        if (length > 1) {
            merge(tokens, length);
        }
        for (int i = 0; i < length; i++) {
            if (tokens[i] >= 0) {
                to.accept(tokens[i]);
            }
        }
    }

    /** Leaves -1 where a token was merged into the one before it. */
    private void merge(int[] tokens, int length) {
        int[] next = new int[length];
        int[] previous = new int[length];
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i < length; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
            offer(queue, tokens, i, i + 1 < length ? i + 1 : -1);
        }
        for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
            int left = best.left;
            int right = next[left];
            if (tokens[left] != best.leftToken || right >= length || tokens[right] != best.rightToken) {
                continue;
            }
            tokens[left] = best.token;
            tokens[right] = -1;
            next[left] = next[right];
            if (next[left] < length) {
                previous[next[left]] = left;
                offer(queue, tokens, left, next[left]);
            }
            if (previous[left] >= 0) {
                offer(queue, tokens, previous[left], left);
            }
        }
    }

    private void offer(PriorityQueue<Candidate> queue, int[] tokens, int left, int right) {
        if (right >= 0) {
            @Nullable Merge merge = merges.get(pair(tokens[left], tokens[right]));
            if (merge != null) {
                queue.add(new Candidate(merge.rank, left, tokens[left], tokens[right], merge.token));
            }
        }
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | right;
    }
}
