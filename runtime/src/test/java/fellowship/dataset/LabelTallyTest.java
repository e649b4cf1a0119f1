package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.DatasetType;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Outcome;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
        Verdict won = Fixture.verdict(a, b, Outcome.FIRST, 2, false);
        Verdict flip = Fixture.verdict(a, b, Outcome.TIE, 0, true);
        Verdict tie = Fixture.verdict(a, b, Outcome.TIE, 0, false);
        Verdict open = Fixture.verdict(a, b, Outcome.UNDECIDED, 0, false);
        tally.sample(List.of(won, won), List.of());
        tally.sample(List.of(flip, flip), List.of());
        tally.sample(List.of(tie), List.of());
        tally.sample(List.of(open), List.of());
        tally.sample(List.of(), List.of("unreadable", "unreadable"));
        assertThat(tally.labels()).isEqualTo(new Labels(5, 4, 1, 1, 1, 1));
    }
}
