package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTableTest {

    /** Three annotators and gold over four items; the third lacks one. */
    private static Ratings<String> labels() {
        Ratings.Builder<String> table = Ratings.builder();
        String[][] said = {{"x", "x", "x", "x"}, {"x", "y", "y", "x"}, {"y", "y", "y", "y"}, {"y", "y", "", "x"}};
        List<String> annotators = List.of("one", "two", "three", "gold");
        for (int i = 0; i < said.length; i++) {
            for (int j = 0; j < annotators.size(); j++) {
                if (!said[i][j].isEmpty()) {
                    table.add("i" + i, annotators.get(j), said[i][j]);
                }
            }
        }
        return table.build();
    }

    private static List<AgreementLine> lines(AgreementTable.Kind... kinds) {
        return AgreementTable.ofLabels(labels(), Optional.of("gold"), Set.of(kinds), 0.95, 100);
    }

    @Test
    void allMeasuresOfLabelsAreToldWhenNoneIsNamed() {
        assertThat(lines())
                .extracting(AgreementLine::kind)
                .contains(
                        AgreementTable.Kind.percent,
                        AgreementTable.Kind.kappa,
                        AgreementTable.Kind.fleiss,
                        AgreementTable.Kind.krippendorff,
                        AgreementTable.Kind.classification)
                .doesNotContain(AgreementTable.Kind.correlation);
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        assertThat(lines(AgreementTable.Kind.kappa))
                .hasSize(6)
                .allMatch(line -> line.measure().equals("κ"))
                .allMatch(AgreementLine::shaky);
    }

    @Test
    void goldStandsFirstAndIsNoneOfAll() {
        AgreementLine accuracy = lines(AgreementTable.Kind.classification).get(0);
        assertThat(accuracy.annotators()).containsExactly("gold", "one");
        assertThat(accuracy.value()).isEqualTo(Measure.of(0.75));
        AgreementLine alpha = lines(AgreementTable.Kind.krippendorff).get(0);
        assertThat(alpha.annotators()).containsExactly("one", "two", "three");
        assertThat(alpha.items()).isEqualTo(4);
        assertThat(alpha.value()).isEqualTo(Krippendorff.alpha(labels().only(0, 1, 2), Dimension.NOMINAL));
    }

    @Test
    void aMissingValueLeavesItsItemOut() {
        AgreementLine pair = lines(AgreementTable.Kind.percent).stream()
                .filter(line -> line.annotators().equals(List.of("two", "three")))
                .findFirst()
                .orElseThrow();
        assertThat(pair.items()).isEqualTo(3);
        assertThat(pair.value()).isEqualTo(Measure.of(1));
        assertThat(pair.interval().orElseThrow().low()).isCloseTo(0.4385, within(1e-4));
    }

    @Test
    void aTableOfCodesIsTheSameTable() {
        Ratings<String> coded = Ratings.coded(
                List.of("one", "two"), List.of("w", "x", "y"), new int[][] {{1, 1}, {1, 2}, {2, Ratings.NONE}});
        assertThat(coded.categories()).containsExactly("x", "y");
        assertThat(coded.items()).containsExactly("1", "2", "3");
        assertThat(coded.value(2, 1)).isEmpty();
        assertThat(coded.pair(0, 1)).isEqualTo(new Ratings.Paired<>(List.of("x", "x"), List.of("x", "y")));
    }

    @Test
    void nothingToCompareIsSaidAndNotGuessed() {
        Ratings<String> one = Ratings.<String>builder().add("i", "one", "x").build();
        assertThat(AgreementTable.ofLabels(one, Optional.empty(), Set.of(), 0.95, 100))
                .isEmpty();
        Ratings<Double> numbers = Ratings.<Double>builder()
                .add("i", "one", 1.0)
                .add("j", "two", 2.0)
                .build();
        assertThat(AgreementTable.ofNumbers(numbers, Optional.empty(), Set.of(), 0.95, 100))
                .extracting(line -> line.value().why())
                .containsExactly(
                        "no item has two values",
                        "there are fewer than two pairs",
                        "there are fewer than two pairs",
                        "there are fewer than two pairs");
    }
}
