package fellowship.stats;

import static fellowship.stats.Position.Outcome.LOSE;
import static fellowship.stats.Position.Outcome.TIE;
import static fellowship.stats.Position.Outcome.WIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.stats.Position.BothOrders;
import fellowship.stats.Position.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    private final List<BothOrders> pairs = List.of(
            new BothOrders(Seen.FIRST, Seen.SECOND),
            new BothOrders(Seen.FIRST, Seen.FIRST),
            new BothOrders(Seen.TIE, Seen.TIE),
            new BothOrders(Seen.TIE, Seen.SECOND));

    @Test
    void aJudgeIsConsistentWhereTheSameCandidateWinsInBothOrders() {
        assertThat(Position.consistency(pairs)).isEqualTo(Measure.of(2 / 4.0));
        assertThat(Position.consistency(List.of()).why()).isEqualTo("there are no pairs");
    }

    @Test
    void theFirstPlaceIsCountedAmongVerdictsThatAreNoTies() {
        // First: 1 + 2; second: 1 + 1.
        assertThat(Position.firstWins(pairs)).isEqualTo(Measure.of(3 / 5.0));
        assertThat(Position.firstWins(List.of(new BothOrders(Seen.TIE, Seen.TIE)))
                        .why())
                .isEqualTo("there are no verdicts but ties");
    }

    @Test
    void entropyGoesFromAllTheSameToAllDifferent() {
        assertThat(Position.entropy(List.of(WIN, WIN, WIN)).value()).hasValue(0);
        assertThat(Position.entropy(List.of(WIN, TIE, LOSE)).value().getAsDouble())
                .isCloseTo(Math.log(3), within(1e-15));
        // −(4/6 ln 4/6 + 2/6 ln 2/6).
        assertThat(Position.entropy(List.of(WIN, WIN, WIN, WIN, LOSE, LOSE))
                        .value()
                        .getAsDouble())
                .isCloseTo(0.6365141682948128, within(1e-15));
        assertThat(Position.entropy(List.of()).why()).isEqualTo("there are no verdicts");
    }
}
