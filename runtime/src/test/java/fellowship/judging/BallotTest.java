package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.plan.OrderRule;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand. Choices are told of the row's candidates: 1 is the first one. */
class BallotTest {

    /** {@code 1}, {@code 2}, {@code tie}, {@code ?} for unreadable, or {@code 8-3} for scores. */
    private static List<Judgment> said(String texts, boolean swapped) {
        List<Judgment> all = new ArrayList<>();
        for (String text : texts.split(" ")) {
            Judgment.Opinion opinion =
                    switch (text) {
                        case "1" -> new Judgment.Choice(Outcome.FIRST);
                        case "2" -> new Judgment.Choice(Outcome.SECOND);
                        case "tie" -> new Judgment.Choice(Outcome.TIE);
                        case "?" -> new Judgment.Unreadable("nothing there");
                        default ->
                            new Judgment.Scores(
                                    Double.parseDouble(text.split("-")[0]), Double.parseDouble(text.split("-")[1]));
                    };
            all.add(Judgment.of("judge", opinion).withSwapped(swapped));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}: {1} and {2} is {3}, margin {4}, flipped {5}")
    @CsvSource({
        // rule, one order, the other, outcome, margin, flipped
        "consistent, 1, 1, FIRST, 1, false",
        "consistent, 2, 2, SECOND, 1, false",
        "consistent, 1, 2, TIE, 0, true",
        "consistent, 1, tie, TIE, 0, false",
        "consistent, tie, tie, TIE, 0, false",
        "consistent, 1, ?, UNDECIDED, 0, false",
        "consistent, ?, 2, UNDECIDED, 0, false",
        "consistent, ?, ?, UNDECIDED, 0, false",
        "consistent, 8-3, 6-5, FIRST, 3, false",
        "consistent, 8-3, 5-6, TIE, 0, true",
        "consistent, 8-3, 5-5, TIE, 0, false",
        "swapSum, 1, 1, FIRST, 1, false",
        "swapSum, 1, tie, FIRST, 0.5, false",
        "swapSum, tie, 2, SECOND, 0.5, false",
        "swapSum, 1, 2, TIE, 0, true",
        "swapSum, 9-1, 4-5, TIE, 0, true",
        "swapSum, 1, ?, UNDECIDED, 0, false",
        "average, 9-1, 4-5, FIRST, 3.5, true",
        "average, 8-3, 3-8, TIE, 0, true",
        "average, 1, tie, FIRST, 0.5, false",
        "average, 1, 2, TIE, 0, true",
        "average, 9-1, ?, UNDECIDED, 0, false",
        // means of decimals have dust at the end: (0.1 + 0.2) - 0.3 is no win
        "average, 0.1-0.3 0.2-0, 5-5, TIE, 0, false",
        // several samples: an order's lean is their mean, unreadable ones left out
        "consistent, 1 1 2, 1 1 1, FIRST, 0.6666667, false",
        "consistent, 1 2, 1 1, TIE, 0, false",
        "consistent, 1 ?, 1 1, FIRST, 1, false",
        "average, 9-5 8-6 7-7, 6-7 6-6 6-5, FIRST, 1, false",
        // both orders count equally: 4 against -2, not the mean of 4 and three times -2
        "average, 6-2 ? ?, 2-4 2-4 2-4, FIRST, 1, true",
    })
    void twoOrdersComeToOneOutcome(
            OrderRule rule, String straight, String swapped, Outcome outcome, double margin, boolean flipped) {
        List<Judgment> all = new ArrayList<>(said(straight, false));
        all.addAll(said(swapped, true));

        Ballot ballot = Ballot.of(all, rule);

        assertThat(ballot.outcome()).isEqualTo(outcome);
        assertThat(ballot.margin()).isCloseTo(margin, within(1e-6));
        assertThat(ballot.flipped()).isEqualTo(flipped);
    }

    @ParameterizedTest
    @CsvSource({"1, FIRST, 1", "tie, TIE, 0", "?, UNDECIDED, 0", "3-7.5, SECOND, 4.5", "1 2 2, SECOND, 0.3333333"})
    void oneOrderIsDecidedByItself(String texts, Outcome outcome, double margin) {
        for (OrderRule rule : OrderRule.values()) {
            for (boolean swapped : List.of(true, false)) {
                Ballot ballot = Ballot.of(said(texts, swapped), rule);
                assertThat(ballot.outcome()).isEqualTo(outcome);
                assertThat(ballot.margin()).isCloseTo(margin, within(1e-6));
                assertThat(ballot.flipped()).isFalse();
            }
        }
    }

    @Test
    void nothingSaidIsNothingDecided() {
        assertThat(Ballot.of(List.of(), OrderRule.average)).isEqualTo(Ballot.NONE);
    }
}
