package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog while the farmer counts his sheep in the rain.";

    private static boolean duplicate(double least, String one, String other) {
        NearDuplicates seen = new NearDuplicates(least);
        assertThat(seen.add(NearDuplicates.signature(one))).isTrue();
        return !seen.add(NearDuplicates.signature(other));
    }

    @Test
    void textsThatDifferInCaseAndMarksAreEqual() {
        assertThat(duplicate(
                        1,
                        TEXT,
                        "the quick brown FOX jumps over the lazy dog, while the farmer counts his sheep in the rain"))
                .isTrue();
    }

    @Test
    void aWordMoreIsNearAndAnotherTextIsNot() {
        assertThat(duplicate(0.8, TEXT, TEXT + " Again.")).isTrue();
        assertThat(duplicate(
                        0.8, TEXT, "A slow green turtle crawls under the sleeping cat, and nobody counts anything."))
                .isFalse();
        assertThat(duplicate(
                        0.8, "Warum ist der Himmel blau und nicht grün?", "Warum ist der Himmel blau und nicht grün"))
                .isTrue();
        assertThat(duplicate(0.8, "天空为什么是蓝色的？请用简单的话解释。", "海洋为什么是咸的？请详细说明原因。")).isFalse();
    }

    @Test
    void theEstimateIsNearTheTruth() {
        for (int shared = 10; shared <= 90; shared += 20) {
            int common = shared;
            String one = words(0, 100);
            String other = words(100 - common, 100);
            Set<String> runs = runs(one);
            Set<String> others = runs(other);
            Set<String> all = new HashSet<>(runs);
            all.addAll(others);
            runs.retainAll(others);
            double truth = (double) runs.size() / all.size();

            double estimate = NearDuplicates.similarity(NearDuplicates.signature(one), NearDuplicates.signature(other));

            // Three standard errors of 128 draws.
            assertThat(estimate).isBetween(truth - 0.13, truth + 0.13);
        }
    }

    private static String words(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Long.toString(Words.mix(i) >>> 40, 36))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> runs(String text) {
        return IntStream.rangeClosed(0, text.length() - 5)
                .mapToObj(i -> text.substring(i, i + 5))
                .collect(Collectors.toSet());
    }

    @Test
    void ofAThousandTextsEachChangedCopyIsFoundAndNothingElse() {
        NearDuplicates seen = new NearDuplicates(0.8);
        List<String> texts =
                IntStream.range(0, 1000).mapToObj(i -> words(i * 1000, 60)).toList();
        texts.forEach(
                text -> assertThat(seen.add(NearDuplicates.signature(text))).isTrue());
        texts.forEach(text -> assertThat(seen.add(NearDuplicates.signature(text.substring(0, text.length() - 8))))
                .isFalse());
    }

    @Test
    void emptyTextsAreAlikeAndNothingElseIsLikeThem() {
        assertThat(duplicate(0.8, "", "  ")).isTrue();
        assertThat(duplicate(0.5, "", "a")).isFalse();
    }
}
