package fellowship.script;

import static fellowship.plan.Pick.best;
import static fellowship.plan.Pick.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.dsl.AgreementSpec;
import fellowship.dsl.Label;
import fellowship.dsl.Range;
import fellowship.dsl.WorkflowSpec;
import fellowship.plan.Debate;
import fellowship.plan.Jury;
import fellowship.plan.Leaf;
import fellowship.plan.Plan;
import fellowship.plan.Scale;
import fellowship.plan.SettleRule;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavaFaceTest {

    public record Task(String id, String prompt) {}

    public record Review(@Range(min = 1, max = 10) double score, String feedback) {}

    private static void feedbackLoop(WorkflowSpec w) {
        w.about("A writer and a critic take turns; the best draft is preferred to the first.");
        w.budget(Map.of("usd", 5, "calls", 20_000));
        var writer = w.agent("writer", a -> {
            a.model("writer");
            a.temperature(0.8);
            a.prompt("{{prompt}}");
            a.revise("A reviewer said: {{feedback}}\nWrite the improved answer alone.");
        });
        var critic = w.agent("critic", Review.class, a -> {
            a.model("critic");
            a.system("You review answers: instruction following, helpfulness, relevance, accuracy, creativity.");
            a.prompt("Question: {{prompt}}\nAnswer: {{answer}}");
        });
        var loop = w.read(Task.class, "vicuna80.jsonl")
                .refine(writer, critic, r -> {
                    r.atMost(3);
                    r.stopWhen(review -> review.score() >= 9);
                })
                .named("loop");
        loop.pairs(Map.of("chosen", best, "rejected", first, "minGap", 1.0)).into(w.dpo("pairs"));
        loop.into(w.critiques("critiques"));
    }

    @Test
    void javaAndGroovyGiveTheSamePlan() {
        Plan java = Workflow.of(JavaFaceTest::feedbackLoop);
        Plan groovy = Scripts.read("feedback-loop.groovy", Map.of()).plan().orElseThrow();

        assertThat(java.about()).isEqualTo(groovy.about());
        assertThat(java.budget()).isEqualTo(groovy.budget());
        assertThat(placeless(java.agents())).isEqualTo(placeless(groovy.agents()));
        assertThat(placeless(java.steps())).isEqualTo(placeless(groovy.steps()));
    }

    @Test
    void aJavaStopRuleSeesTheReviewersReply() {
        Step.Refine loop = (Step.Refine)
                Workflow.of(JavaFaceTest::feedbackLoop).step("loop").orElseThrow();
        assertThat(loop.stopWhen().orElseThrow().function().test(Map.of("score", 9.5, "feedback", "")))
                .isTrue();
    }

    @Test
    void allMistakesOfAJavaWorkflowComeAtOnceWithTheirLines() {
        assertThatThrownBy(() -> Workflow.of(w -> {
                    w.agent("a", a -> a.temperature(3));
                    w.read(Task.class, "x").into(w.jsonl("out"));
                    w.read(Task.class, "x").into(w.jsonl("out"));
                }))
                .isInstanceOfSatisfying(WorkflowException.class, e -> {
                    assertThat(e.problems())
                            .extracting(problem -> problem.message())
                            .hasSize(3)
                            .anySatisfy(message -> assertThat(message).contains("temperature must be 0 to 2, was 3.0"))
                            .anySatisfy(message -> assertThat(message).contains("agent 'a' has no prompt"))
                            .anySatisfy(
                                    message -> assertThat(message).contains("the data set 'out' is already written"));
                    assertThat(e.problems())
                            .allSatisfy(
                                    problem -> assertThat(problem.at().file()).isEqualTo("JavaFaceTest.java"))
                            .allSatisfy(
                                    problem -> assertThat(problem.at().line()).isPositive());
                });
    }

    @Test
    void namedArgumentsHaveAPlainFormInJava() {
        Plan plan = Workflow.of(w -> {
            var writer = w.agent("writer", a -> a.prompt("{{prompt}}"));
            var judge = w.judge("judge", j -> j.scoring(5));
            w.read(Task.class, "tasks.jsonl").generate(4, writer).score(judge).into(w.kto("answers", 3.5));
        });
        assertThat(((Step.Generate) plan.steps().get(1)).samples()).isEqualTo(4);
        assertThat(plan.judges().get(0).marking().scale()).isEqualTo(Scale.outOf(5));
        assertThat(plan.outputs().get(0).atLeast()).hasValue(3.5);
    }

    public record Item(String id, String instruction, String a, String b, Label human) {}

    private static void agreement(WorkflowSpec w) {
        var strict = w.judge("strict", j -> {
            j.model("judge-small");
            j.scoring(10);
            j.bothOrders();
        });
        var helpful = w.judge("helpful", j -> {
            j.model("judge-mid");
            j.scoring(10);
            j.bothOrders();
        });
        var terse = w.judge("terse", j -> {
            j.model("judge-other");
            j.directComparison();
            j.bothOrders();
        });
        var panel = w.jury("panel", j -> {
            j.jurors(strict, helpful, terse);
            j.settle(SettleRule.majority);
        });
        var bench = w.debate("bench", d -> {
            d.seat("general public", helpful);
            d.seat("psychologist", strict);
            d.seat("critic", terse);
            d.rounds(2);
        });
        var items = w.read(Item.class, "x.jsonl").named("items");
        w.agreement(
                "agreement",
                List.of(items.compare(strict), items.compare(panel), items.compare(bench)),
                (AgreementSpec<Item> a) -> {
                    a.against(Item::human);
                    a.kappa();
                    a.krippendorff();
                    a.intervals(0.95);
                });
        items.compare(panel).where(judged -> !judged.isTie()).into(w.dpo("pairs"));
    }

    @Test
    void javaAndGroovySayTheSameOfJuriesDebatesAndAgreements() {
        Plan java = Workflow.of(JavaFaceTest::agreement);
        Plan groovy = Scripts.read("agreement.groovy", Map.of("labelled", "x.jsonl"))
                .plan()
                .orElseThrow();
        assertThat(placeless(java.annotators())).isEqualTo(placeless(groovy.annotators()));
        assertThat(placeless(java.steps())).isEqualTo(placeless(groovy.steps()));
    }

    @Test
    void theWordsOfJudgingHavePlainFormsInJava() {
        Plan plan = Workflow.of(w -> {
            var one = w.judge("one", j -> {
                j.criterion(2, "accuracy", "Is every claim true?");
                j.tools(3, "calculator");
            });
            var two = w.judge("two", j -> j.scoring(Map.of("from", 1, "to", 5)));
            w.jury("panel", j -> {
                j.jurors(one, two);
                j.sequential(0.9);
                j.settle(SettleRule.weighted);
                j.weights(Map.of(one, 2));
            });
            w.discussion("talk", d -> {
                d.between(one, two);
                d.turns(2);
            });
            var writer = w.agent("writer", a -> a.prompt("{{prompt}}"));
            var drafts = w.read(Task.class, "x").generate(2, writer);
            drafts.rank(1, one).into(w.jsonl("ranked"));
            drafts.compare(two).people(0.2).into(w.jsonl("people"));
        });
        assertThat(plan.judges().get(0).marking().rubric().get(0).weight()).isEqualTo(2);
        assertThat(plan.judges().get(0).preparation().mostUses()).isEqualTo(3);
        assertThat(plan.judges().get(1).marking().scale()).isEqualTo(Scale.between(1, 5));
        Jury panel = (Jury) plan.annotator("panel").orElseThrow();
        assertThat(panel.weights()).containsExactly(Map.entry("one", 2.0));
        assertThat(panel.sequence().orElseThrow().bound()).hasValue(0.9);
        assertThat(((Debate) plan.annotator("talk").orElseThrow()).rounds()).isEqualTo(1);
        assertThat(((Step.Rank) plan.step("rank1").orElseThrow()).orders()).hasValue(1);
        assertThat(((Step.People) plan.step("people1").orElseThrow()).share()).isEqualTo(0.2);
    }

    @Test
    void whatALambdaCapturesCountsInItsDigest() {
        assertThat(digest(3)).isEqualTo(digest(3)).isNotEqualTo(digest(4));
    }

    private static String digest(int least) {
        Plan plan = Workflow.of(w -> w.read(Task.class, "x")
                .filter(task -> task.prompt().length() > least)
                .into(w.jsonl("out")));
        return ((Step.Filter) plan.steps().get(1)).test().digest();
    }

    /** Everything but where it stands and how its leaves are written. */
    private static Object placeless(Object value) {
        if (value instanceof SourcePosition || value instanceof Leaf<?>) {
            return value.getClass().getSimpleName();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(JavaFaceTest::placeless);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(JavaFaceTest::placeless).toList();
        }
        if (value instanceof Record record) {
            List<Object> parts = new ArrayList<>(List.of(record.getClass().getSimpleName()));
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                try {
                    parts.add(placeless(component.getAccessor().invoke(record)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            return parts;
        }
        return value;
    }
}
