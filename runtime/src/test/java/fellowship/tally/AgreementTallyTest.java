package fellowship.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.plan.Agreement;
import fellowship.plan.Leaf;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.stats.AgreementLine;
import fellowship.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AgreementTallyTest {

    private static final Draft A = Draft.given("a", "longer text");
    private static final Draft B = Draft.given("b", "text");

    private final List<Annotation> lines = new ArrayList<>();

    private static Step.Agree agree(List<String> from, Agreement.Measure... measures) {
        return new Step.Agree(
                "agree",
                from,
                "agreement",
                new Agreement(
                        Optional.of(new Leaf<>(
                                "it.human",
                                "d",
                                row -> Optional.ofNullable(row.columns().get("human")))),
                        List.of(measures),
                        0.95,
                        OptionalInt.of(200)),
                Rows.AT);
    }

    private static Plan plan(Step.Agree agree) {
        return Rows.plan(
                List.of(Rows.judge("one"), Rows.judge("two")),
                Rows.compare("one"),
                Rows.compare("two"),
                new Step.Score("scored-one", "items", "one", List.of(), Rows.AT),
                new Step.Score("scored-two", "items", "two", List.of(), Rows.AT),
                agree);
    }

    private static Row row(int i, Object human) {
        return Rows.row(i).withColumns(Map.of("id", "q" + i, "human", human));
    }

    private static RowResult pair(Step.Agree agree, int i, Object human, Outcome one, Outcome two) {
        Row row = row(i, human);
        return new RowResult(
                row.sample(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new RowResult.Annotation(agree, "by-one", row.withVerdict(Rows.both("one", A, B, one, one))),
                        new RowResult.Annotation(agree, "by-two", row.withVerdict(Rows.both("two", A, B, two, two)))),
                List.of(),
                List.of());
    }

    private static AgreementLine line(AgreementFigures figures, String measure, String... who) {
        return figures.lines().stream()
                .filter(line ->
                        line.measure().equals(measure) && line.annotators().equals(List.of(who)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void labelsAreHeldAgainstEachOtherAndAgainstWhatIsKnown() {
        Step.Agree agree = agree(List.of("by-one", "by-two"));
        AgreementTally tally = new AgreementTally(plan(agree), agree, lines::add);
        // one: F F S S, two: F S S S, gold: a, a, b, tie. one against gold: 3 of 4; two against gold: 2 of 4.
        tally.take(pair(agree, 0, "A", Outcome.FIRST, Outcome.FIRST));
        tally.take(pair(agree, 1, "model_a", Outcome.FIRST, Outcome.SECOND));
        tally.take(pair(agree, 2, "[[B]]", Outcome.SECOND, Outcome.SECOND));
        tally.take(pair(agree, 3, "tie", Outcome.SECOND, Outcome.SECOND));
        AgreementFigures figures = tally.figures();
        assertThat(figures.items()).isEqualTo(4);
        assertThat(figures.gold()).isEqualTo(4);
        AgreementLine kappa = line(figures, "κ", "one", "two");
        assertThat(kappa.value().value().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(kappa.shaky()).isTrue();
        AgreementLine accuracy = line(figures, "accuracy", "gold", "one");
        assertThat(accuracy.value().value().orElseThrow()).isEqualTo(0.75);
        Interval wilson = accuracy.interval().orElseThrow();
        assertThat(wilson.low()).isCloseTo(0.3006, within(1e-4));
        assertThat(wilson.high()).isCloseTo(0.9544, within(1e-4));
        // Gold names one of two of unequal length three times; the longer one twice.
        assertThat(figures.pickLonger()).isEqualTo(new Share(2, 3));
        assertThat(lines).hasSize(12);
        assertThat(lines.get(2)).isEqualTo(Annotation.label("q0", "gold", "first"));
    }

    @Test
    void aBranchThatCouldNotBeReadIsAnUnreadableLabelAndNoTie() {
        Step.Agree agree = agree(List.of("by-one", "by-two"), Agreement.Measure.percent);
        AgreementTally tally = new AgreementTally(plan(agree), agree, lines::add);
        RowResult whole = pair(agree, 0, "a", Outcome.FIRST, Outcome.FIRST);
        tally.take(new RowResult(
                whole.sample(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                whole.annotations().subList(0, 1),
                List.of(),
                List.of(new Rejection("by-two", "unreadable", "no verdict", "", List.of()))));
        AgreementFigures figures = tally.figures();
        assertThat(figures.unreadable()).containsEntry("two", new Share(1, 1)).containsEntry("one", new Share(0, 1));
        assertThat(lines).extracting(Annotation::label).contains(Optional.of("unreadable"));
        assertThat(line(figures, "agreement", "one", "two").value().why()).isEqualTo("no item has both");
        assertThat(figures.lines()).allMatch(line -> line.measure().matches("agreement|accuracy"));
    }

    @Test
    void anUndecidedVerdictIsUnreadableToo() {
        Step.Agree agree = agree(List.of("by-one", "by-two"));
        AgreementTally tally = new AgreementTally(plan(agree), agree, lines::add);
        tally.take(pair(agree, 0, "nobody knows", Outcome.UNDECIDED, Outcome.FIRST));
        assertThat(tally.figures().unreadable()).containsEntry("one", new Share(1, 1));
        assertThat(tally.figures().gold()).isZero();
    }

    @Test
    void scoresAreHeldAgainstANumber() {
        Step.Agree agree = agree(List.of("scored-one", "scored-two"));
        AgreementTally tally = new AgreementTally(plan(agree), agree, lines::add);
        double[][] scores = {{1, 2, 1}, {2, 4, 2}, {3, 6, 4}, {4, 8, 3}, {5, 10, 5}};
        for (int i = 0; i < scores.length; i++) {
            Row row = row(i, scores[i][2]);
            tally.take(new RowResult(
                    row.sample(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                            new RowResult.Annotation(agree, "scored-one", scored(row, "one", scores[i][0])),
                            new RowResult.Annotation(agree, "scored-two", scored(row, "two", scores[i][1]))),
                    List.of(),
                    List.of()));
        }
        AgreementFigures figures = tally.figures();
        assertThat(line(figures, "Pearson r", "one", "two").value().value().orElseThrow())
                .isCloseTo(1, within(1e-12));
        // One exchange in five: tau = (9 − 1) / 10.
        assertThat(line(figures, "Kendall τ-b", "gold", "one").value().value().orElseThrow())
                .isCloseTo(0.8, within(1e-12));
        assertThat(lines.get(0).item()).isEqualTo("q0/d1");
    }

    private static Row scored(Row row, String judge, double score) {
        return row.withDrafts(
                List.of(Draft.given("d1", "text").withJudgment(Judgment.of(judge, new Judgment.Score(score)))));
    }

    @Test
    void aScriptsMistakeInOneRowLeavesThatRowWithoutAKnownLabel() {
        Step.Agree agree = new Step.Agree(
                "agree",
                List.of("by-one", "by-two"),
                "agreement",
                new Agreement(
                        Optional.of(new Leaf<>("it.x", "d", row -> {
                            throw new IllegalStateException("no such thing");
                        })),
                        List.of(),
                        0.95,
                        OptionalInt.empty()),
                Rows.AT);
        AgreementTally tally = new AgreementTally(plan(agree), agree, lines::add);
        tally.take(pair(agree, 0, "a", Outcome.FIRST, Outcome.FIRST));
        assertThat(tally.figures().gold()).isZero();
        assertThat(tally.figures().items()).isEqualTo(1);
    }
}
