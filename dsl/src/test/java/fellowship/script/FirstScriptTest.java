package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Pick;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The first script of the design, as it stands there. */
class FirstScriptTest {

    private final Plan plan = read();

    private static Plan read() {
        Reading reading = Scripts.read("feedback-loop.groovy", Map.of());
        assertThat(reading.problems()).isEmpty();
        return reading.plan().orElseThrow();
    }

    @Test
    void theHeadOfTheScriptIsInThePlan() {
        assertThat(plan.name()).isEqualTo("feedback-loop");
        assertThat(plan.about())
                .isEqualTo("A writer and a critic take turns; the best draft is preferred to the first.");
        assertThat(plan.budget().usd()).isEqualTo(OptionalDouble.of(5));
        assertThat(plan.budget().calls()).isEqualTo(OptionalLong.of(20_000));
        assertThat(plan.values()).containsExactly(Map.entry("prompts", "vicuna80.jsonl"), Map.entry("drafts", "3"));
    }

    @Test
    void agentsHaveTheirTemplatesAndTheirReplies() {
        assertThat(plan.agent("writer").orElseThrow()).satisfies(writer -> {
            assertThat(writer.model()).isEqualTo("writer");
            assertThat(writer.sampling().temperature()).isEqualTo(OptionalDouble.of(0.8));
            assertThat(writer.prompt().holes()).containsExactly("prompt");
            assertThat(writer.revise().orElseThrow().text())
                    .isEqualTo("A reviewer said: {{feedback}}\nWrite the improved answer alone.");
            assertThat(writer.reply()).isEmpty();
        });
        assertThat(plan.agent("critic").orElseThrow().reply().orElseThrow()).satisfies(reply -> {
            assertThat(reply.name()).isEqualTo("Review");
            assertThat(reply.score().orElseThrow().min()).isEqualTo(OptionalDouble.of(1));
            assertThat(reply.score().orElseThrow().max()).isEqualTo(OptionalDouble.of(10));
            assertThat(reply.critique().orElseThrow().name()).isEqualTo("feedback");
        });
    }

    @Test
    void stepsAreNamedAfterTheirVariables() {
        assertThat(plan.steps()).extracting(Step::id).containsExactly("read1", "loop", "pairs1", "into1", "into2");
        assertThat(plan.steps())
                .extracting(step -> step.input().orElse("-"))
                .containsExactly("-", "read1", "loop", "pairs1", "loop");
    }

    @Test
    void eachStepSaysWhatItDoes() {
        assertThat(plan.sources()).singleElement().satisfies(read -> {
            assertThat(read.files()).containsExactly("vicuna80.jsonl");
            assertThat(read.type().columns())
                    .containsExactly(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT));
        });
        assertThat(plan.step("loop").orElseThrow()).isInstanceOfSatisfying(Step.Refine.class, loop -> {
            assertThat(loop.writer()).isEqualTo("writer");
            assertThat(loop.reviewers()).containsExactly("critic");
            assertThat(loop.atMost()).isEqualTo(3);
            assertThat(loop.reviewLast()).isTrue();
            assertThat(loop.stopWhen().orElseThrow().source()).isEqualTo("{ it.score >= 9 }");
        });
        assertThat(plan.step("pairs1").orElseThrow()).isInstanceOfSatisfying(Step.Pairs.class, pairs -> {
            assertThat(pairs.how()).isEqualTo(new Step.Pairing.Picked(Pick.best, Pick.first));
            assertThat(pairs.minGap()).isEqualTo(OptionalDouble.of(1));
        });
        assertThat(plan.outputs())
                .extracting(Step.Into::type, Step.Into::name)
                .containsExactly(tuple(DatasetType.DPO, "pairs"), tuple(DatasetType.CRITIQUES, "critiques"));
    }

    @Test
    void eachWordHasItsExactPlaceAlsoInAChain() {
        assertThat(plan.steps())
                .extracting(step -> step.at().line() + ":" + step.at().column())
                .containsExactly("26:12", "26:32", "31:6", "31:56", "32:6");
        assertThat(Path.of(plan.steps().get(0).at().file())).hasFileName("feedback-loop.groovy");
    }

    @Test
    void theStopRuleIsATestOnTheReviewersReply() {
        Step.Refine loop = (Step.Refine) plan.step("loop").orElseThrow();
        var stop = loop.stopWhen().orElseThrow().function();
        assertThat(List.of(
                        stop.test(Map.of("score", 9.0, "feedback", "good")),
                        stop.test(Map.of("score", 8L, "feedback", "fine"))))
                .containsExactly(true, false);
    }
}
