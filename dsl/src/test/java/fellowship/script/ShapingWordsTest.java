package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.Fingerprint;
import fellowship.plan.Pick;
import fellowship.plan.Plan;
import fellowship.plan.PlanDot;
import fellowship.plan.PlanTable;
import fellowship.plan.PlanTree;
import fellowship.plan.PlanValidator;
import fellowship.plan.Shape;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words that shape rows and drafts, in one script that says them all. */
class ShapingWordsTest {

    private final Plan plan = read();

    private static Plan read() {
        Reading reading = Scripts.read("shaping.groovy", Map.of());
        assertThat(reading.problems()).isEmpty();
        return reading.plan().orElseThrow();
    }

    private <S extends Step> S step(String id, Class<S> type) {
        return type.cast(plan.step(id).orElseThrow());
    }

    private static Row row(Map<String, Object> columns) {
        return Row.of(new Sample(0, "r", "f:1", columns));
    }

    @Test
    void thePlanHasNoMistake() {
        assertThat(PlanValidator.validate(plan))
                .noneMatch(problem -> problem.toString().contains("error"));
    }

    @Test
    void aTypedReplyFillsTheColumnsOfItsFields() {
        assertThat(step("ask1", Shape.Ask.class)).satisfies(ask -> {
            assertThat(ask.into()).isEmpty();
            assertThat(ask.samples()).isEqualTo(1);
            assertThat(ask.type().names()).containsExactly("id", "age", "gender", "decision", "sure");
        });
    }

    @Test
    void aReplyInTextFillsTheOneColumnThatRowsLack() {
        assertThat(step("ask2", Shape.Ask.class)).satisfies(ask -> {
            assertThat(ask.into()).hasValue("thought");
            assertThat(ask.samples()).isEqualTo(3);
        });
        assertThat(step("ask3", Shape.Ask.class).into()).hasValue("prompt");
    }

    @Test
    void rowsAreCrossedWithEveryCombination() {
        assertThat(step("cross1", Shape.Cross.class)).satisfies(cross -> {
            assertThat(cross.values()).isEqualTo(Map.of("age", List.of(20L, 60L), "gender", List.of("female", "male")));
            assertThat(cross.size()).isEqualTo(4);
        });
    }

    @Test
    void aMeasureSeesTheDraftAndItsRow() {
        Shape.Measure measure = step("measured", Shape.Measure.class);
        Row row = row(Map.of("id", "r", "prompt", "p", "answer", "a", "candidates", List.of()));
        assertThat(measure.name()).isEqualTo("mtld");
        assertThat(measure.function().function().of(row, Draft.given("d1", "one two three")))
                .isEqualTo(3);
    }

    @Test
    void draftsAreChosenByAPick() {
        assertThat(step("choose1", Shape.Choose.class).pick()).isEqualTo(Pick.best);
        assertThat(step("choose2", Shape.Choose.class).pick()).isEqualTo(Pick.worst);
    }

    @Test
    void explodeGivesAListOfRecords() {
        Shape.Explode steps = step("explode2", Shape.Explode.class);
        assertThat(steps.type().names()).containsExactly("id", "text", "right", "error");
        Plan one = Scripts.plan("""
                record Task(String id, List<String> parts) {}
                record Part(String id, String part) {}
                def parts = read(Task, 'x').explode(Part) { row -> row.parts.collect { new Part(row.id, it) } }
                parts.into jsonl('out')
                """);
        Shape.Explode parts = (Shape.Explode) one.step("parts").orElseThrow();
        assertThat(parts.function().function().apply(row(Map.of("id", "r", "parts", List.of("a", "b")))))
                .containsExactly(Map.of("id", "r", "part", "a"), Map.of("id", "r", "part", "b"));
    }

    @Test
    void whatIsNoRecordOfTheRightKindIsRefusedWhenRowsFlow() {
        Plan one = Scripts.plan("""
                record Task(String id) {}
                record Part(String id) {}
                def parts = read(Task, 'x').explode(Part) { row -> [row.id] }
                parts.into jsonl('out')
                """);
        Shape.Explode parts = (Shape.Explode) one.step("parts").orElseThrow();
        assertThatThrownBy(() -> parts.function().function().apply(row(Map.of("id", "r"))))
                .hasMessage("this should make a Part, but made a String");
    }

    @Test
    void everyStepIsShownAndCountsInTheFingerprint() {
        assertThat(PlanTable.of(plan))
                .contains("2 of age x 2 of gender, 4 rows of each")
                .contains("thinker, 3 times, to thought")
                .contains("mtld: ")
                .contains("the best draft")
                .contains("drafts by critic");
        assertThat(PlanDot.of(plan)).contains("drafts1\\n");
        assertThat(PlanTree.of(plan).toString()).contains("values={age=[20, 60], gender=[female, male]}");
        Plan other = Scripts.plan("""
                record Task(String id) {}
                record Asked(String id, int age) {}
                read(Task, 'x').cross(Asked, age: [20]).into jsonl('out')
                """);
        Plan another = Scripts.plan("""
                record Task(String id) {}
                record Asked(String id, int age) {}
                read(Task, 'x').cross(Asked, age: [21]).into jsonl('out')
                """);
        assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(another));
    }
}
