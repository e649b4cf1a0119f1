package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VotesTest {

    @Test
    void aTieForTheModeSettlesNothing() {
        assertThat(Votes.mode(List.of("a", "b", "a"))).contains("a");
        assertThat(Votes.mode(List.of("a", "b"))).isEmpty();
        assertThat(Votes.mode(List.of("a", "b", "c", "a", "b"))).isEmpty();
        assertThat(Votes.mode(List.of())).isEmpty();
        assertThat(Votes.mode(List.of("a"))).contains("a");
    }

    @Test
    void modesOfATableAreThoseOfItsItems() {
        Ratings<String> table = Tables.labels("aab", "abc", "...", "b..", "abba", "cabc");
        assertThat(Votes.modes(table))
                .containsExactly(
                        Optional.of("a"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("b"),
                        Optional.empty(),
                        Optional.of("c"));
    }

    @Test
    void weightsCanTurnTheMode() {
        assertThat(Votes.weightedMode(List.of("a", "a", "b"), List.of(1.0, 1.0, 2.5)))
                .contains("b");
        assertThat(Votes.weightedMode(List.of("a", "a", "b"), List.of(0.1, 0.2, 0.3)))
                .isEmpty();
        assertThat(Votes.weightedMode(List.of("a", "b"), List.of(0.0, 0.0))).isEmpty();
        assertThatThrownBy(() -> Votes.weightedMode(List.of("a"), List.of()))
                .hasMessage("0 weights do not fit 1 votes");
        assertThatThrownBy(() -> Votes.weightedMode(List.of("a"), List.of(-1.0)))
                .hasMessage("a weight is 0 or more, not -1.0");
    }

    @Test
    void unanimityIsAllOrNothing() {
        assertThat(Votes.unanimity(List.of("a", "a"))).contains("a");
        assertThat(Votes.unanimity(List.of("a", "b", "a"))).isEmpty();
        assertThat(Votes.unanimity(List.of())).isEmpty();
    }

    @Test
    void scoresHaveAMeanAndAMiddle() {
        assertThat(Votes.mean(List.of(1.0, 2.0, 6.0))).hasValue(3);
        assertThat(Votes.median(List.of(6.0, 1.0, 2.0))).hasValue(2);
        assertThat(Votes.median(List.of(4.0, 1.0))).hasValue(2.5);
        assertThat(Votes.mean(List.of())).isEmpty();
        assertThat(Votes.median(List.of())).isEmpty();
    }

    @Test
    void votesToComeMayChangeTheMode() {
        assertThat(Votes.canChange(List.of("a", "a", "b"), 0)).isFalse();
        // One more b makes a tie: no mode.
        assertThat(Votes.canChange(List.of("a", "a", "b"), 1)).isTrue();
        assertThat(Votes.canChange(List.of("a", "a", "a", "b"), 1)).isFalse();
        assertThat(Votes.canChange(List.of("a", "a", "a"), 2)).isFalse();
        assertThat(Votes.canChange(List.of("a", "a"), 2)).isTrue();
        assertThat(Votes.canChange(List.of("a", "b"), 1)).isTrue();
        assertThat(Votes.canChange(List.of("a", "b"), 0)).isFalse();
        assertThat(Votes.canChange(List.of(), 1)).isTrue();
        assertThat(Votes.canChange(List.of(), 0)).isFalse();
    }

    @Test
    void twoLabelsLeadByABeta() {
        // One vote: Beta(2, 1) above 1/2: 1 − 1/4. Two votes: Beta(3, 1): 1 − 1/8. 2:1: Beta(3, 2): 11/16.
        assertThat(lead(2, "a")).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(lead(2, "a", "a")).isCloseTo(7 / 8.0, within(1e-12));
        assertThat(lead(2, "a", "b", "a")).isCloseTo(11 / 16.0, within(1e-12));
    }

    @Test
    void threeLabelsLeadByADirichlet() {
        // One vote of three: Gamma(2) against two of Gamma(1): ∫ x e^−x (1 − e^−x)² dx = 1 − 2/4 + 1/9 = 11/18.
        assertThat(lead(3, "a")).isCloseTo(11 / 18.0, within(1e-10));
        // Three labels of which one is never drawn much are not two: the third takes its share.
        assertThat(lead(3, "a", "a", "a", "b")).isLessThan(lead(2, "a", "a", "a", "b"));
        assertThat(Votes.leaderProbability(Collections.nCopies(5000, "a"), 3).getAsDouble())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void oneLabelAlwaysLeads() {
        assertThat(lead(1, "a")).isEqualTo(1);
    }

    @Test
    void withoutALeaderThereIsNoProbability() {
        assertThat(Votes.leaderProbability(List.of("a", "b"), 2)).isEmpty();
        assertThat(Votes.leaderProbability(List.of(), 2)).isEmpty();
        assertThatThrownBy(() -> Votes.leaderProbability(List.of("a", "b"), 1))
                .hasMessage("1 labels cannot be: 2 occur");
    }

    private static double lead(int labels, String... votes) {
        return Votes.leaderProbability(List.of(votes), labels).getAsDouble();
    }
}
