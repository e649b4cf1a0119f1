package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fellowship.plan.DatasetType;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Outcome;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTallyTest {

    private final LabelTally tally = new LabelTally();

    private static Row pair(String chosen, String rejected, OptionalDouble margin) {
        Draft good = Fixture.draft("d1", chosen);
        Draft poor = Fixture.draft("d2", rejected);
        return Fixture.row(good, poor).withPreference(new Preference(good, poor, margin, "best-worst"), 1);
    }

    @Test
    void gapsAndLengthsOfAllPairsAreSummedUp() {
        Step.Into output = Fixture.into(DatasetType.DPO, "pairs");
        tally.line(output, pair("longer", "short", OptionalDouble.of(4)));
        tally.line(output, pair("a", "b", OptionalDouble.of(1)));
        tally.line(output, pair("\ud83d\ude00", "ab", OptionalDouble.of(2)));
        tally.line(output, pair("longest", "b", OptionalDouble.empty()));
        tally.line(output, pair("x", "y", OptionalDouble.of(9)));
        assertThat(tally.pairs("pairs")).contains(new PairFacts(5, Optional.of(new Spread(1, 3, 9)), 2, 1));
        assertThat(tally.pairs("other")).isEmpty();
    }

    @Test
    void aPairWithoutScoresHasNoSpread() {
        tally.line(Fixture.into(DatasetType.DPO, "pairs"), pair("a", "b", OptionalDouble.empty()));
        assertThat(tally.pairs("pairs").orElseThrow().margin()).isEmpty();
    }

    @Test
    void aSampleOnSeveralBranchesCountsOnce() {
        Draft a = Fixture.draft("d1", "A");
        Draft b = Fixture.draft("d2", "B");
        Row won = Fixture.row(a, b).withVerdict(Fixture.verdict(a, b, Outcome.FIRST, 2, false));
        Row flip = Fixture.row(a, b).withVerdict(Fixture.verdict(a, b, Outcome.TIE, 0, true));
        tally.sample(List.of(won, won), List.of(), List.of());
        tally.sample(List.of(flip), List.of(LabelTally.FLIPPED, LabelTally.FLIPPED), List.of());
        tally.sample(List.of(), List.of("tie", "equal scores"), List.of());
        tally.sample(List.of(), List.of("undecided"), List.of());
        tally.sample(List.of(), List.of("equal scores"), List.of("unreadable", "unreadable"));
        assertThat(tally.labels()).isEqualTo(new Labels(5, 4, 1, 1, 1, 1));
    }

    /** The two roots of (p - hits/n)^2 = z^2 p (1 - p) / n, solved apart from this code. */
    @ParameterizedTest
    @CsvSource({
        "5,10,0.2365931,0.7634069",
        "0,10,0,0.2775328",
        "10,10,0.7224672,1",
        "1,1,0.2065493,1",
        "81,263,0.2552885,0.3662096"
    })
    void wilsonsIntervalIsTheScoreTestTurnedAround(long hits, long of, double low, double high) {
        assertThat(Wilson.of(hits, of).low()).isCloseTo(low, within(1e-6));
        assertThat(Wilson.of(hits, of).high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatThrownBy(() -> Wilson.of(0, 0)).hasMessage("0 of 0 is no share");
        assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("3 of 2 is no share");
    }
}
