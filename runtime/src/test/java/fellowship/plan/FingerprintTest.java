package fellowship.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** Runs of earlier versions are found by it: a change here needs a new form number and a line in the change log. */
    @Test
    void itsBytesArePinned() {
        assertThat(Fingerprint.of(Plans.loop()))
                .isEqualTo("2114b7c127247375f0d863b0cb51437250401ea884129e4e1cda795bc948d13d");
    }

    @Test
    void positionsAboutNameAndBudgetDoNotCount() {
        Plan plan = Plans.loop();
        List<Step> moved = new ArrayList<>(plan.steps());
        Step.Read read = (Step.Read) moved.get(0);
        moved.set(0, new Step.Read(read.id(), read.files(), read.type(), new SourcePosition("other.groovy", 99, 9)));
        Plan other = new Plan(
                "other",
                "about something else",
                plan.parameters(),
                plan.values(),
                new Budget(OptionalDouble.of(5), OptionalLong.of(10)),
                plan.seed(),
                plan.agents(),
                plan.annotators(),
                moved);
        assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(plan));
    }

    @Test
    void aLeafCountsByItsDigestAlone() {
        Step.Refine refine = Plans.refine(3, true);
        assertThat(withStop(new Leaf<>("{ it.score>=9 }", "d1", reply -> true)))
                .isEqualTo(withStop(refine.stopWhen().orElseThrow()))
                .isNotEqualTo(withStop(new Leaf<>("it.score >= 9", "d2", reply -> true)));
    }

    private static String withStop(Leaf<java.util.function.Predicate<Map<String, Object>>> stop) {
        Step.Refine r = Plans.refine(3, true);
        Step.Refine other = new Step.Refine(
                r.id(), r.from(), r.writer(), r.reviewers(), r.atMost(), r.reviewLast(), Optional.of(stop), r.at());
        return Fingerprint.of(Plans.of(List.of(Plans.writer(), Plans.critic()), List.of(), Plans.read(), other));
    }

    @Test
    void whatChangesTheDataSetCounts() {
        Plan plan = Plans.loop();
        assertThat(List.of(
                        seed(plan, 8),
                        Plans.of(plan.agents(), List.of(), Plans.read(), Plans.refine(4, true)),
                        Plans.of(plan.agents(), List.of(), Plans.read(), Plans.refine(4, false)),
                        Plans.of(
                                List.of(Plans.agent("writer", "writer", "{{prompt}}!", null), Plans.critic()),
                                List.of(),
                                Plans.read(),
                                Plans.refine(4, false)),
                        Plans.of(plan.agents(), List.of(), Plans.read())))
                .extracting(Fingerprint::of)
                .doesNotHaveDuplicates()
                .doesNotContain(Fingerprint.of(plan));
    }

    private static Plan seed(Plan plan, long seed) {
        return new Plan(
                plan.name(),
                plan.about(),
                plan.parameters(),
                plan.values(),
                plan.budget(),
                seed,
                plan.agents(),
                plan.annotators(),
                plan.steps());
    }
}
