package fellowship.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A plan in which everybody judges, as a table, as a graph, as plain data and as a digest. */
class JudgingPlanTest {

    private static final Judge STRICT = Judge.standard("strict", "small", Plans.at(2))
            .with(new Marking(
                    Marking.Form.COMBINED,
                    Scale.between(1, 5),
                    List.of(new Criterion("accuracy", 2, "True?")),
                    Marking.Reasons.LAST,
                    true,
                    Marking.Style.LINES))
            .with(new Orders(true, OrderRule.swapSum))
            .with(new Preparation(true, List.of(), List.of("calculator"), 3))
            .withSamples(3)
            .withErrorTypes(List.of("logic"))
            .withPlants(0.02);

    private static final Judge TERSE = Judge.standard("terse", "other", Plans.at(3))
            .with(Marking.standard().with(Marking.Form.DIRECT))
            .with(Orders.one())
            .with(new Brief(
                    Optional.empty(),
                    PromptTemplate.parse("{{prompt}}"),
                    Optional.of(PromptTemplate.parse("{{id}}")),
                    Optional.of(PromptTemplate.parse("a nurse"))));

    private static final Jury PANEL = new Jury(
            "panel",
            List.of("strict", "terse"),
            SettleRule.weighted,
            Map.of("strict", 2.0, "terse", 1.0),
            Jury.FamilyRule.exclude,
            Optional.of(new Jury.Sequence(OptionalDouble.of(0.95))),
            Plans.at(4));

    private static final Debate BENCH = new Debate(
            "bench",
            List.of(new Debate.Seat("critic", "strict"), new Debate.Seat("public", "terse")),
            2,
            true,
            true,
            true,
            Optional.of("terse"),
            Orders.standard(),
            Plans.at(5));

    private static final Agreement SETTINGS = new Agreement(
            Optional.of(new Leaf<>("{ it.human }", "d", row -> Optional.empty())),
            List.of(Agreement.Measure.kappa),
            0.9,
            OptionalInt.of(2_000));

    private static Plan plan(Judge strict, Jury panel, Debate bench, Agreement settings) {
        return new Plan(
                "judging",
                "",
                List.of(),
                Map.of(),
                Budget.none(),
                7,
                List.of(Plans.writer()),
                List.of(strict, TERSE, panel, bench),
                List.of(
                        Plans.read(),
                        new Step.Compare("one", "tasks", "panel", List.of("id", "prompt"), Plans.at(21)),
                        new Step.Compare("two", "tasks", "bench", List.of("id", "prompt"), Plans.at(22)),
                        new Step.Agree("agreement1", List.of("one", "two"), "trust", settings, Plans.at(23)),
                        new Step.People("asked", "one", 0.25, Plans.at(24)),
                        Plans.generate(3),
                        new Step.Rank("ranked", "drafts", "strict", OptionalInt.of(2), Plans.at(26)),
                        new Step.Verify("checked", "ranked", "strict", List.of(), Plans.at(27)),
                        new Step.Score("scored", "tasks", "strict", List.of("id"), Plans.at(28))));
    }

    private static final Plan PLAN = plan(STRICT, PANEL, BENCH, SETTINGS);

    @Test
    void theTableSaysWhoJudgesHow() {
        assertThat(PlanTable.of(PLAN)).isEqualTo("""
                who     is      model   how
                ------  ------  ------  ------------------------------------------------------------------------------------------------------------------------------------
                writer  agent   writer  replies with text
                strict  judge   small   scores 1 to 5, rubric of accuracy, both orders (swapSum), 3 samples, own answer first, tools calculator, 3 uses at most, plants 0.02
                terse   judge   other   compares directly, one order
                panel   jury    -       strict 2, terse 1; weighted, one at a time until 0.95 sure
                bench   debate  -       strict as critic, terse as public; at most 2 rounds, first votes shown, closed by terse, both orders

                step        does       from      what
                ----------  ---------  --------  -------------------------------------
                tasks       read       -         vicuna80.jsonl (id, prompt)
                one         compare    tasks     id with prompt by panel
                two         compare    tasks     id with prompt by bench
                agreement1  agreement  one, two  'trust': kappa against { it.human }
                asked       people     one       the 25 % that judges disagree on most
                drafts      generate   tasks     3 by each of writer
                ranked      rank       drafts    drafts by strict, in 2 orders
                checked     verify     ranked    drafts step by step by strict
                scored      score      tasks     id by strict
                """);
    }

    @Test
    void anAgreementHasAnEdgeFromEachBranch() {
        assertThat(PlanDot.of(PLAN))
                .contains("\"one\" -> \"agreement1\";", "\"two\" -> \"agreement1\";")
                .contains("\"agreement1\" [label=\"agreement agreement1\\n'trust': kappa against { it.human }\","
                        + " shape=cylinder];");
    }

    @Test
    void annotatorsAreReadableAsPlainData() {
        assertThat(CanonicalText.of(AnnotatorTree.of(PANEL)))
                .isEqualTo(
                        "{\"name\":\"panel\",\"is\":\"jury\",\"jurors\":[\"strict\",\"terse\"],\"rule\":\"weighted\","
                                + "\"weights\":{\"strict\":2,\"terse\":1},\"family\":\"exclude\",\"sequential\":true,"
                                + "\"bound\":0.95,\"at\":\"loop.groovy:4:1\"}");
        assertThat(CanonicalText.of(AnnotatorTree.of(BENCH)))
                .isEqualTo(
                        "{\"name\":\"bench\",\"is\":\"debate\",\"seats\":[{\"persona\":\"critic\",\"judge\":\"strict\"},"
                                + "{\"persona\":\"public\",\"judge\":\"terse\"}],\"rounds\":2,\"first-votes\":true,"
                                + "\"show-first-votes\":true,\"until-agreed\":true,\"closing\":\"terse\","
                                + "\"orders\":{\"both\":true,\"rule\":\"consistent\"},\"at\":\"loop.groovy:5:1\"}");
    }

    /** As in {@link FingerprintTest}: a change here needs a new form number and a line in the change log. */
    @Test
    void theBytesOfItsFingerprintArePinned() {
        assertThat(Fingerprint.of(PLAN)).isEqualTo("b7769fce26cad09126ea63836a5c1ff02165248435d1afc53e40adfc1a96e134");
    }

    @Test
    void everySettingOfAnAnnotatorCounts() {
        Jury unbound = new Jury(
                "panel",
                PANEL.jurors(),
                PANEL.rule(),
                PANEL.weights(),
                PANEL.family(),
                Optional.of(new Jury.Sequence(OptionalDouble.empty())),
                Plans.at(4));
        Debate quiet =
                new Debate("bench", BENCH.seats(), 2, true, false, true, BENCH.closing(), BENCH.orders(), Plans.at(5));
        Agreement all = new Agreement(SETTINGS.against(), List.of(), 0.9, SETTINGS.resamples());
        assertThat(List.of(
                        plan(STRICT.withSamples(2), PANEL, BENCH, SETTINGS),
                        plan(STRICT.withPlants(0.03), PANEL, BENCH, SETTINGS),
                        plan(STRICT.with(Orders.standard()), PANEL, BENCH, SETTINGS),
                        plan(STRICT.with(Preparation.none()), PANEL, BENCH, SETTINGS),
                        plan(STRICT.with(STRICT.marking().with(Scale.outOf(5))), PANEL, BENCH, SETTINGS),
                        plan(STRICT, unbound, BENCH, SETTINGS),
                        plan(STRICT, PANEL, quiet, SETTINGS),
                        plan(STRICT, PANEL, BENCH, all)))
                .extracting(Fingerprint::of)
                .doesNotHaveDuplicates()
                .doesNotContain(Fingerprint.of(PLAN));
    }
}
