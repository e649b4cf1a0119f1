package fellowship.engine;

import fellowship.judging.Settled;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What only all rows together tell, by the id of the step that needs it. A row that comes to such a step before it is known
 * stops there and leaves an observation; when all rows have, it is learned, and the rows are played again.
 *
 * @param settled verdicts of juries whose rule learns
 * @param people who goes to people, and what they said
 * @param sifted the rows that a step which chooses has to do with
 */
public record Knowledge(Map<String, Settled> settled, Map<String, People> people, Map<String, Set<String>> sifted) {

    public Knowledge {
        settled = Map.copyOf(settled);
        people = Map.copyOf(people);
        sifted = Map.copyOf(sifted);
    }

    /**
     * The rows of one step that go to people.
     *
     * @param chosen their ids
     * @param verdicts what people said of some of them, by id, in the row's order
     */
    public record People(Set<String> chosen, Map<String, Outcome> verdicts) {
        public People {
            chosen = Set.copyOf(chosen);
            verdicts = Map.copyOf(verdicts);
        }
    }

    public static Knowledge nothing() {
        return new Knowledge(Map.of(), Map.of(), Map.of());
    }

    public Knowledge with(String step, Settled learned) {
        Map<String, Settled> more = new HashMap<>(settled);
        more.put(step, learned);
        return new Knowledge(more, people, sifted);
    }

    public Knowledge with(String step, People learned) {
        Map<String, People> more = new HashMap<>(people);
        more.put(step, learned);
        return new Knowledge(settled, more, sifted);
    }

    public Knowledge with(String step, Set<String> rows) {
        Map<String, Set<String>> more = new HashMap<>(sifted);
        more.put(step, Set.copyOf(rows));
        return new Knowledge(settled, people, more);
    }

    /** The rows that the step has to do with; none before that is known. */
    Set<String> sifted(Step step) {
        return sifted.getOrDefault(step.id(), Set.of());
    }

    /** Whether nothing is missing for this step. */
    boolean has(Step step) {
        return settled.containsKey(step.id()) || people.containsKey(step.id()) || sifted.containsKey(step.id());
    }

    /** The steps of a plan that learn from all rows, each after those it depends on. */
    public static List<Step> learningSteps(Plan plan) {
        return plan.steps().stream().filter(plan::learns).toList();
    }
}
