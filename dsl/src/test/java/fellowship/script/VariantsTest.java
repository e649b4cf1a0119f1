package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.DatasetType;
import fellowship.plan.Marking;
import fellowship.plan.Pick;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem.Severity;
import fellowship.plan.Ranks;
import fellowship.plan.Scale;
import fellowship.plan.Step;
import fellowship.plan.Step.Pairing;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The forms of each word, in one script that says them all. */
class VariantsTest {

    private final Plan plan = read();

    private static Plan read() {
        Reading reading = Scripts.read("variants.groovy", Map.of());
        assertThat(reading.problems()).isEmpty();
        return reading.plan().orElseThrow();
    }

    private <S extends Step> S step(String id, Class<S> type) {
        return type.cast(plan.step(id).orElseThrow());
    }

    @Test
    void everyStepHasAnIdOfItsOwn() {
        assertThat(plan.steps()).extracting(Step::id).doesNotHaveDuplicates().hasSize(40);
        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(step.at().column()).isPositive());
    }

    @Test
    void aStepComesAfterTheOneItTakesItsRowsFrom() {
        List<String> ids = plan.steps().stream().map(Step::id).toList();
        for (Step step : plan.steps()) {
            step.input().ifPresent(from -> assertThat(ids.indexOf(from)).isBetween(0, ids.indexOf(step.id()) - 1));
        }
    }

    @Test
    void anAgentSaysHowItsCompletionsAreDrawn() {
        assertThat(plan.agent("writer").orElseThrow()).satisfies(writer -> {
            assertThat(writer.model()).isEqualTo("openai:gpt-4o-mini");
            assertThat(writer.sampling().temperature()).isEqualTo(OptionalDouble.of(1));
            assertThat(writer.sampling().topP()).isEqualTo(OptionalDouble.of(0.9));
            assertThat(writer.sampling().maxTokens()).isEqualTo(200);
            assertThat(writer.sampling().stop()).containsExactly("END", "STOP-short");
            assertThat(writer.sampling().topLogprobs()).isEqualTo(OptionalInt.empty());
            assertThat(writer.system().orElseThrow().text()).isEqualTo("Be short.");
            assertThat(writer.image().orElseThrow().text()).isEqualTo("{{id}}.png");
        });
    }

    @Test
    void aPromptMayStandInAFileBesideTheScript() {
        assertThat(plan.agent("writer").orElseThrow().prompt().text()).isEqualTo("Answer this.\n{{prompt}}");
    }

    @Test
    void anAgentWithoutAModelTakesItsNameAsItsRole() {
        assertThat(plan.agent("other").orElseThrow().model()).isEqualTo("other");
    }

    @Test
    void aReplyMayHoldChoicesListsAndNumbers() {
        ReplyType rich = plan.agent("rich").orElseThrow().reply().orElseThrow();
        assertThat(rich.fields())
                .containsExactly(
                        Field.choice("fit", List.of("good", "bad")),
                        Field.choice("safe", List.of("yes", "no")),
                        new Field(
                                "points",
                                Field.Kind.LIST,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                List.of(),
                                Optional.of(Field.Kind.TEXT)),
                        Field.of("done", Field.Kind.YES_NO),
                        Field.of("share", Field.Kind.DECIMAL));
    }

    @Test
    void judgesScoreOrChooseInOneOrderOrBoth() {
        assertThat(plan.judge("scorer").orElseThrow()).satisfies(scorer -> {
            assertThat(scorer.marking().form()).isEqualTo(Marking.Form.COMBINED);
            assertThat(scorer.marking().scale()).isEqualTo(Scale.outOf(5));
            assertThat(scorer.orders().both()).isTrue();
            assertThat(scorer.brief().criteria().orElseThrow().text()).isEqualTo("Truth counts.");
            assertThat(scorer.brief().question().text()).isEqualTo("Q: {{prompt}}");
        });
        assertThat(plan.judge("chooser").orElseThrow()).satisfies(chooser -> {
            assertThat(chooser.marking().form()).isEqualTo(Marking.Form.DIRECT);
            assertThat(chooser.orders().both()).isFalse();
            assertThat(chooser.brief().question().text()).isEqualTo("{{prompt}}");
        });
    }

    @Test
    void rowsComeFromSeveralFiles() {
        assertThat(step("read1", Step.Read.class).files()).containsExactly("a.jsonl", "b.csv");
        assertThat(step("read2", Step.Read.class).files()).containsExactly("-");
    }

    @Test
    void twoReviewersOfOneReplyShareAStopRule() {
        Step.Refine two = step("two", Step.Refine.class);
        assertThat(two.reviewers()).containsExactly("strict", "kind");
        assertThat(two.reviewLast()).isFalse();
        assertThat(two.stopWhen().orElseThrow().function().test(Map.of("score", 9L, "feedback", "")))
                .isTrue();
    }

    @Test
    void aTextReviewersStopRuleSeesItsText() {
        var stop = step("refine1", Step.Refine.class).stopWhen().orElseThrow().function();
        assertThat(stop.test(Map.of("feedback", "This is perfect."))).isTrue();
        assertThat(stop.test(Map.of("feedback", "Too long."))).isFalse();
    }

    @Test
    void reviewersOfDifferentRepliesNeedNoStopRule() {
        assertThat(step("refine2", Step.Refine.class).reviewers()).containsExactly("strict", "editor", "rich", "kind");
        assertThat(step("refine2", Step.Refine.class).stopWhen()).isEmpty();
    }

    @Test
    void severalAgentsWriteSeveralDraftsEach() {
        assertThat(step("drafts", Step.Generate.class).by()).containsExactly("writer", "other");
        assertThat(step("drafts", Step.Generate.class).samples()).isEqualTo(4);
        assertThat(step("generate2", Step.Generate.class).samples()).isEqualTo(1);
    }

    @Test
    void pairsArePickedRankedOrDecided() {
        assertThat(step("pairs1", Step.Pairs.class).how()).isEqualTo(new Pairing.Ranked(Ranks.adjacent));
        assertThat(step("pairs2", Step.Pairs.class).how()).isEqualTo(new Pairing.Picked(Pick.best, Pick.worst));
        assertThat(step("pairs4", Step.Pairs.class).how()).isEqualTo(new Pairing.Decided());
        assertThat(step("pairs4", Step.Pairs.class).minGap()).isEqualTo(OptionalDouble.of(0.5));
    }

    @Test
    void aVerdictMakesItsPairsItself() {
        assertThat(step("pairs3", Step.Pairs.class).how()).isEqualTo(new Pairing.Decided());
        assertThat(step("into7", Step.Into.class).from()).isEqualTo("pairs3");
        assertThat(step("into9", Step.Into.class).from()).isEqualTo("judged");
    }

    @Test
    void twoDraftsOrTwoColumnsAreCompared() {
        assertThat(step("compare1", Step.Compare.class).columns()).isEmpty();
        assertThat(step("judged", Step.Compare.class).columns()).containsExactly("a", "b");
    }

    @Test
    void aScoreMakesADraftDesirable() {
        assertThat(step("into5", Step.Into.class).type()).isEqualTo(DatasetType.KTO);
        assertThat(step("into5", Step.Into.class).atLeast()).isEqualTo(OptionalDouble.of(3.5));
    }

    @Test
    void groovyItselfMayBuildThePlan() {
        assertThat(plan.outputs()).extracting(Step.Into::name).contains("by-p", "by-q", "only-r", "only-s");
        Step.Filter r = step("filter5", Step.Filter.class);
        Step.Filter s = step("filter6", Step.Filter.class);
        assertThat(r.test().source()).isEqualTo(s.test().source());
        assertThat(r.test()).isNotEqualTo(s.test());
    }

    @Test
    void aReviewerThatSeesNoDraftIsWarnedOf() {
        Reading reading = Scripts.reading("""
                record Task(String id, String prompt) {}
                def writer = agent('writer') { prompt '{{prompt}}' }
                def blind = agent('blind') { prompt '{{prompt}}' }
                read(Task, 'x').refine(writer, blind) { atMost 2 }.into critiques('out')
                """);
        assertThat(reading.plan()).isPresent();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem)
                    .hasToString("test.groovy:3:13: warning: 'blind' reviews drafts, but its prompt has no"
                            + " {{answer}} to show one");
        });
    }
}
