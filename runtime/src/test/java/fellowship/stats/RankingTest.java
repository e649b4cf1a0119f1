package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fellowship.stats.BradleyTerry.Comparison;
import fellowship.stats.PeerRank.Review;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static List<Comparison> wins(String first, String second, int won, int lost) {
        List<Comparison> all = new ArrayList<>(Collections.nCopies(won, new Comparison(first, second, 1)));
        all.addAll(Collections.nCopies(lost, new Comparison(first, second, 0)));
        return all;
    }

    @Test
    void twoStrengthsAreTheLogitOfTheWinRate() {
        // 3 of 4: s_a − s_b = ln 3.
        BradleyTerry fit = BradleyTerry.of(wins("a", "b", 3, 1));
        assertThat(fit.connected()).isTrue();
        assertThat(fit.groups().get(0).strengths().get("a")).isCloseTo(Math.log(3) / 2, within(1e-12));
        assertThat(fit.groups().get(0).strengths().get("b")).isCloseTo(-Math.log(3) / 2, within(1e-12));
    }

    @Test
    void aChainAddsUp() {
        // a beats b 3:1, b beats c 3:1, nobody compared a and c: steps of ln 3.
        List<Comparison> all = wins("a", "b", 3, 1);
        all.addAll(wins("b", "c", 3, 1));
        assertThat(BradleyTerry.of(all).groups().get(0).strengths().values())
                .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : 1)
                .containsExactly(Math.log(3), 0.0, -Math.log(3));
    }

    @Test
    void tiesAreHalfWins() {
        assertThat(BradleyTerry.of(List.of(new Comparison("a", "b", 0.5)))
                        .groups()
                        .get(0)
                        .strengths())
                .isEqualTo(java.util.Map.of("a", 0.0, "b", 0.0));
    }

    @Test
    void whoWasNeverComparedStandsInAnotherGroup() {
        List<Comparison> all = wins("a", "b", 1, 1);
        all.addAll(wins("c", "d", 2, 1));
        BradleyTerry fit = BradleyTerry.of(all);
        assertThat(fit.connected()).isFalse();
        assertThat(fit.groups())
                .extracting(group -> group.strengths().keySet().toString())
                .containsExactly("[a, b]", "[c, d]");
    }

    @Test
    void whoAlwaysWinsHasNoFiniteStrengthAndStandsAlone() {
        List<Comparison> all = wins("a", "b", 5, 0);
        all.addAll(wins("b", "c", 1, 1));
        assertThat(BradleyTerry.of(all).groups())
                .extracting(group -> group.strengths().keySet().toString())
                .containsExactly("[a]", "[b, c]");
        assertThat(BradleyTerry.of(List.of()).groups()).isEmpty();
        assertThatThrownBy(() -> new Comparison("a", "a", 1)).hasMessage("a cannot be compared with itself");
    }

    @Test
    void reviewersCountAsTheyWrite() {
        // Round 1, equal weights: a won 2 of 2, b 1 of 2, c 0 of 2 by each reviewer → rates 1, 1/2, 0 → weights 2/3,
        // 1/3, 0.
        List<Review> reviews = new ArrayList<>();
        for (String reviewer : List.of("a", "b", "c")) {
            reviews.add(new Review(reviewer, "a", "b", 1));
            reviews.add(new Review(reviewer, "b", "c", 1));
            reviews.add(new Review(reviewer, "a", "c", 1));
        }
        PeerRank rank = PeerRank.of(reviews, PeerRank.ROUNDS);
        assertThat(rank.winRates()).containsEntry("a", 1.0).containsEntry("c", 0.0);
        assertThat(rank.winRates().get("b")).isCloseTo(0.5, within(1e-15));
        assertThat(rank.weights().get("a")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(rank.weights().get("b")).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(rank.weights().get("c")).isZero();
    }

    @Test
    void aDissenterOfLittleWeightMovesLittle() {
        // Round 1: a and b say a wins over b, c says b wins; each reviews once. a 2/3, b 1/3 and c does not compete.
        List<Review> reviews =
                List.of(new Review("a", "a", "b", 1), new Review("b", "a", "b", 1), new Review("c", "a", "b", 0));
        PeerRank one = PeerRank.of(reviews, 1);
        assertThat(one.winRates().get("a")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(one.weights())
                .containsEntry("a", 1.0)
                .containsEntry("b", 0.0)
                .containsEntry("c", 0.0);
        assertThat(PeerRank.of(reviews, 2).winRates()).containsEntry("a", 1.0);
    }

    @Test
    void equalWinRatesWeighEqually() {
        PeerRank rank = PeerRank.of(List.of(new Review("a", "a", "b", 0.5), new Review("b", "a", "b", 0.5)), 5);
        assertThat(rank.weights()).containsEntry("a", 0.5).containsEntry("b", 0.5);
        assertThat(PeerRank.of(List.of(), 5).weights()).isEmpty();
        assertThat(PeerRank.of(List.of(new Review("x", "a", "b", 1)), 5).weights())
                .containsEntry("x", 1.0);
    }
}
