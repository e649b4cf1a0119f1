package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanDot;
import fellowship.plan.PlanTable;
import fellowship.plan.PlanTree;
import fellowship.plan.PlanValidator;
import fellowship.plan.Step;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A script that builds on a template holds the template's steps, with its own rows, values and judges. */
class IncludeTest {

    private static final String TASK = """
            record Task(String id, String prompt) {}
            """;

    private static final String ONE = TASK + """
            def one = include('drafts@1') { input read(Task, 'tasks.jsonl'); set 'drafts', 3 }
            one.output('pairs').into kto('pairs')
            """;

    private static Plan plan(String text) {
        Reading compiled = Scripts.including(text);
        Plan plan = compiled.plan().orElseThrow(() -> new AssertionError(compiled.problems()));
        Reading read = Scripts.includingRead(text);
        assertThat(PlanTree.of(read.plan().orElseThrow(() -> new AssertionError(read.problems()))))
                .isEqualTo(PlanTree.of(plan));
        assertThat(PlanValidator.validate(plan)).isEmpty();
        return plan;
    }

    @Test
    void theTemplatesStepsAndAgentsStandInThePlanUnderItsName() {
        Plan plan = plan(ONE);
        assertThat(plan.steps()).extracting(Step::id).containsExactly("read1", "drafts.loop", "drafts.pairs1", "into1");
        assertThat(plan.agents()).extracting(Agent::name).containsExactly("drafts.writer", "drafts.critic");
        assertThat(plan.agents()).extracting(Agent::model).containsExactly("writer", "critic");
    }

    @Test
    void aParameterThatIsSetCountsInThePlan() {
        Plan plan = plan(ONE);
        assertThat(plan.step("drafts.loop")).hasValueSatisfying(step -> assertThat(((Step.Refine) step).atMost())
                .isEqualTo(3));
        assertThat(Fingerprint.of(plan(ONE.replace("3", "4")))).isNotEqualTo(Fingerprint.of(plan));
    }

    @Test
    void whatNobodyGoesOnWithIsNotMade() {
        Plan plan = plan(ONE);
        assertThat(plan.annotators()).isEmpty();
        assertThat(plan.outputs()).extracting(Step.Into::name).containsExactly("pairs");
    }

    @Test
    void theBudgetOfTheScriptRules() {
        assertThat(plan(ONE).budget().calls()).isEmpty();
        assertThat(plan("budget calls: 70\n" + ONE).budget().calls()).hasValue(70);
    }

    @Test
    void whatIsKeptIsWrittenAsTheTemplateWritesIt() {
        Plan plan = plan(ONE.replace("set 'drafts', 3", "write 'critiques', 'verdicts'"));
        assertThat(plan.outputs()).extracting(Step.Into::name).containsExactly("critiques", "verdicts", "pairs");
        assertThat(plan.annotators()).extracting(Annotator::name).containsExactly("drafts.referee");
    }

    @Test
    void anAgentAndAJudgeOfTheScriptTakeTheirPlaces() {
        Plan plan = plan(TASK + """
                record Mark(int score, String feedback, String praise) {}
                def chemist = agent('chemist', Mark) { prompt '{{prompt}} {{answer}}' }
                def strict = judge('strict') { directComparison() }
                def one = include('drafts') {
                    input read(Task, 'tasks.jsonl')
                    replace 'critic', chemist
                    replace 'referee', strict
                }
                one.drafts('critiques').into critiques('said')
                one.verdicts('verdicts').where { !it.tie }.into dpo('pairs')
                """);
        assertThat(plan.agents()).extracting(Agent::name).containsExactlyInAnyOrder("chemist", "drafts.writer");
        assertThat(plan.annotators()).extracting(Annotator::name).containsExactly("strict");
    }

    @Test
    void theSameTemplateTwiceHasTwoNames() {
        Plan plan = plan(ONE + """
                def two = include('drafts') { input read(Task, 'more.jsonl') }
                def three = include('drafts') { input read(Task, 'more.jsonl'); named 'last' }
                two.output('pairs').where { it.scored && it.task.id != 'x' }.into dpo('two')
                three.output('pairs').gates { residue() }.into dpo('three')
                """);
        assertThat(plan.agents())
                .extracting(Agent::name)
                .contains("drafts.writer", "drafts2.writer", "last.writer")
                .hasSize(6);
    }

    @Test
    void oneTemplateWorksOnTheOutputOfAnother() {
        Plan plan = plan(TASK + """
                record Pair4(String id, String prompt, String a, String b) {}
                def one = include('drafts') { input read(Task, 'tasks.jsonl') }
                def two = include('verdict') {
                    input one.output('pairs').map(Pair4) {
                        new Pair4(it.task.id as String, it.task.prompt as String, it.chosen, it.rejected)
                    }
                }
                two.output('pairs').into dpo('agreed')
                def three = include('drafts') { input one.rows(Task, 'best') }
                three.output('pairs').into dpo('better')
                """);
        assertThat(plan.steps())
                .extracting(Step::id)
                .contains("drafts.pairs1", "verdict.compare1", "rows1", "drafts2.loop");
    }

    @Test
    void aTemplateThatIncludesItselfIsToldAndNotFollowed() {
        Reading reading = Scripts.including(TASK + """
                def one = include('self') { input read(Task, 'tasks.jsonl') }
                one.output('pairs').into dpo('pairs')
                """);
        assertThat(reading.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("'self' includes itself"));
    }

    @Test
    void tableAndGraphShowIt() {
        Plan plan = plan(ONE);
        assertThat(PlanTable.of(plan)).contains("drafts.writer with drafts.critic, at most 3 drafts");
        assertThat(PlanDot.of(plan)).contains("drafts.loop");
    }

    @Test
    void javaIncludesToo() {
        Plan plan = Workflow.of("java", Path.of(""), Scripts.library(), w -> {
            var one = w.include("drafts", block -> {
                block.input(block.read(Row2.class, "tasks.jsonl"));
                block.set("drafts", 3);
            });
            one.output("pairs").into(w.kto("pairs"));
        });
        assertThat(plan.agents()).extracting(Agent::name).containsExactly("drafts.writer", "drafts.critic");
    }

    /** Rows for Java. */
    public record Row2(String id, String prompt) {}

    @Test
    void aFileThatChangedBetweenTheLookAndTheReadingIsRefused() {
        Library changed = asked -> {
            Library.Source source = Scripts.library().find(asked);
            return new Library.Source(
                    source.name(), source.script(), true, false, new Pins(Map.of("workflow.groovy", "0")));
        };
        Reading reading = Scripts.including(ScriptText.of("test.groovy", ONE), Scripts.folder(), changed);
        assertThat(reading.plan()).isEmpty();
        assertThat(reading.problems().get(0).toString())
                .contains("'workflow.groovy' is not what somebody looked at: it changed");
    }
}
