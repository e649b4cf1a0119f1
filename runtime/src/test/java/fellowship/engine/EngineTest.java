package fellowship.engine;

import static fellowship.engine.Fixture.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.ask.Asking;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.plan.DatasetType;
import fellowship.plan.Leaf;
import fellowship.plan.Plan;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.row.Draft;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class EngineTest {

    private static final Plan TWO_WRITERS = Fixture.plan(
            List.of(Fixture.writer("slow"), Fixture.writer("fast")),
            List.of(),
            new Step.Generate("drafts", "rows", List.of("slow", "fast"), 2, AT),
            Fixture.into("drafts", DatasetType.JSONL));

    @Test
    void everyKindOfStepHasARunnerButThoseOfTheEngineItself() {
        List<String> kinds = Arrays.stream(Step.class.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? Arrays.stream(kind.getPermittedSubclasses()) : Stream.of(kind))
                .filter(kind -> kind != Sift.Until.class)
                .filter(kind -> kind != Step.Read.class && kind != Step.Into.class && kind != Step.Agree.class)
                .map(Class::getSimpleName)
                .toList();
        StepRunners runners = new StepRunners(
                TWO_WRITERS,
                new Asking(role -> null, model -> null, Schedulers.immediate(), model -> true),
                path -> path,
                Knowledge.nothing(),
                Benchmarks.NONE,
                Joins.NONE);

        assertThat(kinds).hasSizeGreaterThan(6);
        assertThat(runners.kinds()).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void draftsStandInTheOrderOfTheScriptWhoeverAnswersFirst() {
        Fixture models = Fixture.with(
                request -> Mono.just(Fixture.completion(request.model().model() + " " + request.draw()))
                        .delayElement(Duration.ofMillis(
                                request.model().model().equals("slow") ? 40 - 10L * request.draw() : 1)));

        RowResult result = models.run(TWO_WRITERS, Map.of("prompt", "p"));

        assertThat(result.emissions().get(0).row().drafts())
                .extracting(Draft::text)
                .containsExactly("slow 0", "slow 1", "fast 0", "fast 1");
    }

    @Test
    void aFaultOfOneRowIsItsRejection() {
        Fixture models =
                Fixture.with(request -> Mono.error(new ModelException("filtered-input", Reaction.ROW, "blocked")));

        assertThat(models.run(TWO_WRITERS, Map.of("prompt", "p")).rejections())
                .containsExactly(new Rejection("drafts", "filtered-input", "blocked", "", List.of()));
    }

    @Test
    void aFaultThatWouldBefallEveryRowStopsTheRun() {
        Fixture models = Fixture.with(request -> Mono.error(new ModelException("credentials", Reaction.RUN, "no key")));

        assertThatThrownBy(() -> models.run(TWO_WRITERS, Map.of("prompt", "p"))).isInstanceOf(ModelException.class);
    }

    @Test
    void oneBranchThatFailsLeavesTheOthersAlone() {
        Plan plan = Fixture.plan(
                List.of(),
                List.of(),
                new Step.Filter(
                        "broken",
                        "rows",
                        new Leaf<>("{ it.x }", "1", row -> {
                            throw new IllegalStateException("no column x");
                        }),
                        AT),
                new Step.Into("one", "broken", DatasetType.JSONL, "one", java.util.OptionalDouble.empty(), AT),
                new Step.Filter("none", "rows", new Leaf<>("{ false }", "2", row -> false), AT),
                new Step.Into("two", "none", DatasetType.JSONL, "two", java.util.OptionalDouble.empty(), AT),
                new Step.Into("three", "rows", DatasetType.JSONL, "three", java.util.OptionalDouble.empty(), AT));

        RowResult result = Fixture.answering(request -> "").run(plan, Map.of());

        assertThat(result.emissions())
                .extracting(emission -> emission.output().id())
                .containsExactly("three");
        assertThat(result.leavings()).containsExactly(new RowResult.Leaving("none", "{ false }"));
        assertThat(result.rejections())
                .containsExactly(
                        new Rejection("broken", "script-error", "test.groovy:1:1: no column x", "", List.of()));
    }

    @Test
    void anEmptyReplyIsAskedForAgainAndThenRejected() {
        Fixture models = Fixture.answering(request -> "  ");

        RowResult result = models.run(TWO_WRITERS, Map.of("prompt", "p"));

        assertThat(result.rejections().get(0).reason()).isEqualTo("unreadable");
        assertThat(models.asked)
                .anySatisfy(request -> assertThat(Fixture.last(request)).startsWith("The reply was empty."));
    }
}
