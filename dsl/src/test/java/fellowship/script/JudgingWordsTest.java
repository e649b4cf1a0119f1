package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.Agreement;
import fellowship.plan.Agreement.Measure;
import fellowship.plan.Debate;
import fellowship.plan.Debate.Seat;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Marking;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.PlanValidator;
import fellowship.plan.Scale;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the words of judging put into a plan: every one of them is said in {@code judging.groovy}. */
class JudgingWordsTest {

    private static final Plan PLAN =
            Scripts.read("judging.groovy", Map.of()).plan().orElseThrow();

    private Judge judge(String name) {
        return PLAN.judge(name).orElseThrow();
    }

    private Jury jury(String name) {
        return (Jury) PLAN.annotator(name).orElseThrow();
    }

    private Debate debate(String name) {
        return (Debate) PLAN.annotator(name).orElseThrow();
    }

    private <S extends Step> S step(String id, Class<S> type) {
        return type.cast(PLAN.step(id).orElseThrow());
    }

    @Test
    void theScriptOfTheDesignIsSound() {
        Reading reading = Scripts.read("agreement.groovy", Map.of("labelled", "x.jsonl"));
        assertThat(reading.problems()).isEmpty();
        Plan design = reading.plan().orElseThrow();
        assertThat(PlanValidator.validate(design)).isEmpty();
        assertThat(design.judges()).allSatisfy(judge -> assertThat(judge.brief().question())
                .isEqualTo(PromptTemplate.parse("{{instruction}}")));
        assertThat(design.agreements()).singleElement().satisfies(agree -> {
            assertThat(agree.from()).containsExactly("compare1", "compare2", "compare3");
            assertThat(agree.settings().measures()).containsExactly(Measure.kappa, Measure.krippendorff);
        });
    }

    @Test
    void everyFormOfJudgingIsSound() {
        assertThat(PlanValidator.validate(PLAN))
                .extracting(PlanProblem::message)
                .containsExactly(
                        "jury 'peers' settles by peerRank, which weighs jurors by how they fare as writers, but no"
                                + " juror's model writes here, so that all weigh the same");
    }

    @Test
    void aJudgeThatSaysNothingIsTheStandardOne() {
        assertThat(judge("plain"))
                .isEqualTo(Judge.standard("plain", "plain", judge("plain").at()));
    }

    @Test
    void eachFormHasItsScale() {
        assertThat(judge("five").marking().scale()).isEqualTo(Scale.between(1, 5));
        assertThat(judge("five").marking().form()).isEqualTo(Marking.Form.COMBINED);
        assertThat(judge("named").marking().form()).isEqualTo(Marking.Form.INDEPENDENT);
        assertThat(judge("named").marking().scale().levels())
                .containsExactly(Map.entry("poor", 1.0), Map.entry("fair", 2.0), Map.entry("good", 3.0));
        assertThat(judge("alone").marking().scale()).isEqualTo(Scale.outOf(10));
        assertThat(judge("expected").marking()).isEqualTo(judge("digits").marking());
        assertThat(judge("expected").marking().scale()).isEqualTo(Scale.between(0, 9));
        assertThat(judge("likely").marking().form()).isEqualTo(Marking.Form.TRUTH);
        assertThat(judge("direct").marking().form()).isEqualTo(Marking.Form.DIRECT);
    }

    @Test
    void probabilitiesAreAskedForWhereTheyAreRead() {
        for (String name : List.of("expected", "digits", "likely")) {
            assertThat(judge(name).sampling().topLogprobs()).isEqualTo(OptionalInt.of(20));
        }
        assertThat(judge("five").sampling().topLogprobs()).isEmpty();
    }

    @Test
    void aRubricHasItsWeights() {
        assertThat(judge("named").marking().rubric())
                .extracting(criterion -> criterion.name() + " " + criterion.weight() + " " + criterion.says())
                .containsExactly("accuracy 2.0 Is every claim true?", "style 1.0 Does it read well?");
    }

    @Test
    void whatAJudgeIsToldAndHowItReplies() {
        Judge five = judge("five");
        assertThat(five.brief().reference()).contains(PromptTemplate.parse("{{solution}}"));
        assertThat(five.brief().persona()).contains(PromptTemplate.parse("a reader: {{reader}}"));
        assertThat(five.marking().certainty()).isTrue();
        assertThat(five.marking().reasons()).isEqualTo(Marking.Reasons.LAST);
        assertThat(five.samples()).isEqualTo(3);
        assertThat(five.plants()).isEqualTo(0.02);
        assertThat(judge("likely").marking().reasons()).isEqualTo(Marking.Reasons.NONE);
        assertThat(judge("named").marking().style()).isEqualTo(Marking.Style.JSON);
        assertThat(judge("direct").marking().style()).isEqualTo(Marking.Style.LINES);
        assertThat(judge("checker").errorTypes()).containsExactly("calculation", "logic");
    }

    @Test
    void whatAJudgeDoesFirst() {
        assertThat(judge("alone").preparation().ownAnswer()).isTrue();
        assertThat(judge("alone").preparation().contexts())
                .containsExactly(PromptTemplate.parse("for {{reader}}"), PromptTemplate.parse("for an expert"));
        assertThat(judge("armed").preparation().tools()).containsExactly("calculator", "calendar");
        assertThat(judge("armed").preparation().mostUses()).isEqualTo(3);
        assertThat(judge("lightly").preparation().mostUses()).isEqualTo(4);
    }

    @Test
    void ordersHaveTheirRule() {
        assertThat(judge("five").orders()).isEqualTo(new Orders(true, OrderRule.average));
        assertThat(judge("direct").orders().rule()).isEqualTo(OrderRule.synthesise);
        assertThat(judge("armed").orders().rule()).isEqualTo(OrderRule.swapSum);
        assertThat(judge("lightly").orders()).isEqualTo(Orders.standard());
        assertThat(judge("checker").orders()).isEqualTo(Orders.one());
    }

    @Test
    void juriesSettleAsTheySay() {
        assertThat(jury("panel"))
                .isEqualTo(new Jury(
                        "panel",
                        List.of("plain", "five", "direct"),
                        SettleRule.majority,
                        Map.of(),
                        Jury.FamilyRule.warn,
                        Optional.of(new Jury.Sequence(OptionalDouble.empty())),
                        jury("panel").at()));
        assertThat(jury("weighed").weights())
                .containsExactly(Map.entry("plain", 2.0), Map.entry("five", 1.0), Map.entry("armed", 0.5));
        assertThat(jury("all").sequence()).contains(new Jury.Sequence(OptionalDouble.of(0.95)));
        assertThat(jury("learned").family()).isEqualTo(Jury.FamilyRule.exclude);
        assertThat(PLAN.judgesOf("panel")).extracting(Judge::name).containsExactly("plain", "five", "direct");
    }

    @Test
    void debatesAreHeldAsTheySay() {
        assertThat(debate("bench"))
                .isEqualTo(new Debate(
                        "bench",
                        List.of(new Seat("general public", "plain"), new Seat("critic", "five")),
                        3,
                        true,
                        true,
                        true,
                        Optional.of("direct"),
                        Orders.standard(),
                        debate("bench").at()));
        assertThat(PLAN.judgesOf("bench")).extracting(Judge::name).containsExactly("plain", "five", "direct");
        Debate quick = debate("quick");
        assertThat(List.of(quick.firstVotes(), quick.showFirstVotes(), quick.untilAgreed()))
                .containsOnly(false);
        assertThat(quick.rounds()).isEqualTo(2);
        assertThat(quick.orders()).isEqualTo(Orders.one());
        assertThat(debate("fair").firstVotes()).isTrue();
        assertThat(debate("fair").showFirstVotes()).isFalse();
    }

    @Test
    void aDiscussionIsADebateOfTwoUntilTheyAgree() {
        assertThat(debate("talk"))
                .isEqualTo(new Debate(
                        "talk",
                        List.of(new Seat("first reviewer", "plain"), new Seat("second reviewer", "five")),
                        3,
                        true,
                        true,
                        true,
                        Optional.empty(),
                        Orders.one(),
                        debate("talk").at()));
        assertThat(debate("twice").rounds()).isEqualTo(2);
    }

    @Test
    void draftsAreRankedVerifiedAndLeftToPeople() {
        assertThat(step("rank1", Step.Rank.class).orders()).isEmpty();
        assertThat(step("rank2", Step.Rank.class).orders()).hasValue(1);
        assertThat(step("verify1", Step.Verify.class).columns()).isEmpty();
        assertThat(step("verify2", Step.Verify.class).columns()).containsExactly("solution");
        assertThat(step("people1", Step.People.class).share()).isEqualTo(0.2);
        assertThat(PLAN.steps().stream().filter(Step.Score.class::isInstance).map(s -> ((Step.Score) s).columns()))
                .contains(List.of("a", "b"));
    }

    @Test
    void agreementsSayWhatIsMeasured() {
        Agreement everyone = step("agreement1", Step.Agree.class).settings();
        assertThat(everyone.measures())
                .containsExactly(
                        Measure.percent, Measure.kappa, Measure.fleiss, Measure.krippendorff, Measure.classification);
        assertThat(everyone.level()).isEqualTo(0.9);
        assertThat(everyone.resamples()).hasValue(2_000);
        Agreement untold = step("agreement3", Step.Agree.class).settings();
        assertThat(untold).isEqualTo(new Agreement(Optional.empty(), List.of(), 0.95, OptionalInt.empty()));
    }

    private static Object label(String type, String closure, Object human) {
        Plan made = Scripts.plan("record Item(String id, String prompt, String a, String b, " + type + " human) {}\n"
                + "def j = judge('j') { }\n"
                + "agreement('one', read(Item, 'x').compare(j)) { against " + closure + " }\n");
        Map<String, Object> columns =
                new LinkedHashMap<>(Map.of("id", "1", "prompt", "?", "a", "x", "b", "y", "human", human));
        Row row = Row.of(new Sample(0, "1", "x.jsonl:1", columns));
        return made.agreements()
                .get(0)
                .settings()
                .against()
                .orElseThrow()
                .function()
                .apply(row)
                .orElse("nothing");
    }

    @Test
    void labelsOfPeopleAreReadAsTheyAreSpelt() {
        for (String first : List.of("a", "A", "first", "model_a", "1", "[[A]]", "Answer A", "left", "assistant_a")) {
            assertThat(label("Label", "{ it.human }", first)).as(first).isEqualTo("first");
            assertThat(label("String", "{ it.human }", first)).as(first).isEqualTo("first");
        }
        for (String second : List.of("b", "B", "second", "model_b", "2", "[[B]]", "output_2")) {
            assertThat(label("Label", "{ it.human }", second)).as(second).isEqualTo("second");
        }
        for (String tie : List.of("tie", "C", "equal", "Tie (bothbad)", "same")) {
            assertThat(label("Label", "{ it.human }", tie)).as(tie).isEqualTo("tie");
        }
    }

    @Test
    void aLabelThatMeansNothingIsNotGuessed() {
        assertThatThrownBy(() -> label("Label", "{ it.human }", "better"))
                .hasMessage("column 'human' of Item should be one of a, b, tie, but is 'better'");
    }

    @Test
    void otherLabelsStayWhatTheyAre() {
        assertThat(label("String", "{ it.human }", " good ")).isEqualTo("good");
        assertThat(label("String", "{ it.human }", " ")).isEqualTo("nothing");
        assertThat(label("double", "{ it.human }", 4.5)).isEqualTo(4.5);
        assertThat(label("int", "{ it.human }", 1L)).isEqualTo(1);
        assertThat(label("int", "{ it.human > 3 ? Label.a : Label.b }", 4L)).isEqualTo("first");
        assertThat(label("Label", "{ it.human }", " ")).isEqualTo("nothing");
        assertThat(label("Label", "{ it.human == Label.tie ? null : it.human }", "tie"))
                .isEqualTo("nothing");
    }

    @Test
    void whatIsDoubtfulIsWarnedOf() {
        Reading reading = Scripts.reading("""
                record Item(String id, String prompt, String a, String b) {}
                def one = judge('one') { model 'm'; scoringAlone(); bothOrders(); errorTypes 'logic' }
                def two = judge('two') { model 'm'; temperature 0; samples 3 }
                def six = judge('six') { model 'n'; directComparison() }
                def panel = jury('panel') { jurors one, two }
                def mixed = jury('mixed') { jurors two, six }
                def bench = debate('bench') { seat 'a', two; seat 'b', six; closing six }
                def writer = agent('writer') { model 'm'; prompt '{{prompt}}' }
                def drafts = read(Item, 'x').generate(samples: 2, writer)
                drafts.compare(panel).into dpo('by-panel')
                drafts.compare(mixed).into dpo('by-mixed')
                drafts.compare(bench).into dpo('by-bench')
                """);
        List<PlanProblem> all = new java.util.ArrayList<>(reading.problems());
        all.addAll(PlanValidator.validate(reading.plan().orElseThrow()));
        String own =
                "' and writer 'writer' are one model, 'm'; judges favour what they wrote themselves, bind the judge to"
                        + " another one";
        assertThat(all)
                .extracting(problem -> problem.toString().replaceFirst("test.groovy:(.*): warning", "$1"))
                .containsExactly(
                        "2:53: judge 'one' sees one candidate at a time, so their order cannot matter; take"
                                + " 'bothOrders' out",
                        "2:11: judge 'one' has errorTypes, which only verify asks for; verify with it, or take them"
                                + " out",
                        "3:11: judge 'two' takes 3 samples at temperature 0, which will be much the same; raise the"
                                + " temperature, or take samples out",
                        "5:13: all jurors of jury 'panel' are one model, 'm'; they err together, so their 2 votes"
                                + " count for little more than one; bind them to different models",
                        "7:13: 'six' closes debate 'bench' and sits at its table; who took part is not neutral, let"
                                + " another judge close",
                        "10:8: judge 'one" + own,
                        "10:8: judge 'two" + own,
                        "11:8: juror 'two' and writer 'writer' are one model, 'm'; it is not asked where 'writer' wrote a"
                                + " candidate",
                        "12:8: judge 'two" + own);
    }
}
