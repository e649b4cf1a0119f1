package fellowship.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Which runs of words stand in some texts, for example a benchmark's (arXiv 2005.14165, appendix C). Eight bytes a run; two
 * different runs are taken for one in one of 10^19 cases. A text with fewer words than a run is one run of its own, so that it
 * is found where it stands alone. A paraphrase or a translation is not found.
 */
public final class Overlap {

    private final int length;
    private final long[] runs;

    private Overlap(int length, long[] runs) {
        this.length = length;
        this.runs = runs;
    }

    /**
     * @param length words of a run, 1 or more
     * @throws IllegalArgumentException when it is less
     */
    public static Overlap of(List<String> texts, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a run must have 1 word or more, was " + length);
        }
        return new Overlap(
                length,
                texts.stream()
                        .flatMapToLong(text -> runs(Words.of(text), length))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** The first run of words that the text shares with them, as words with blanks between. */
    public Optional<String> with(String text) {
        List<String> words = Words.of(text);
        long[] found = runs(words, length).toArray();
        for (int i = 0; i < found.length; i++) {
            if (Arrays.binarySearch(runs, found[i]) >= 0) {
                return Optional.of(String.join(" ", words.subList(i, Math.min(words.size(), i + length))));
            }
        }
        return Optional.empty();
    }

    private static LongStream runs(List<String> words, int length) {
        if (words.isEmpty()) {
            return LongStream.empty();
        }
        int last = Math.max(0, words.size() - length);
        return LongStream.rangeClosed(0, last)
                .map(i -> hash(words.subList((int) i, Math.min(words.size(), (int) i + length))));
    }

    private static long hash(List<String> run) {
        long hash = run.size();
        for (String word : run) {
            hash = Words.mix(hash * 31 + Words.hash(word));
        }
        return hash;
    }
}
