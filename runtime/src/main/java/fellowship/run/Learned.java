package fellowship.run;

import fellowship.chat.ModelRef;
import fellowship.dataset.PeopleFile;
import fellowship.engine.Fold;
import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.judging.Learning;
import fellowship.judging.Observation;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one pass over all rows learns. Rows are observed one after the other; {@link #next} turns what they left into the
 * knowledge of the next pass.
 */
final class Learned {

    private final Plan plan;
    private final Knowledge knowledge;
    private final List<Step> missing;
    private final Map<String, Map<String, Outcome>> said;
    private final Map<String, List<Observation>> observations = new HashMap<>();
    private final Map<String, Fold> folds = new HashMap<>();

    private Learned(Plan plan, Knowledge knowledge, List<Step> missing, Map<String, Map<String, Outcome>> said) {
        this.plan = plan;
        this.knowledge = knowledge;
        this.missing = missing;
        this.said = said;
    }

    /**
     * Before the first pass.
     *
     * @param said what people have said so far
     */
    static Learned of(Plan plan, Map<String, Map<String, Outcome>> said) {
        return new Learned(plan, Knowledge.nothing(), Knowledge.learningSteps(plan), said);
    }

    /**
     * What people have said so far, by step and row.
     *
     * @throws RunException when a verdict in {@code for-people.jsonl} cannot be read
     */
    static Map<String, Map<String, Outcome>> said(RunOptions options) {
        try {
            return PeopleFile.read(options.folder());
        } catch (IllegalArgumentException e) {
            throw new RunException(RunException.Kind.INPUT, List.of(String.valueOf(e.getMessage())));
        }
    }

    boolean complete() {
        return missing.isEmpty();
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** What the pass is for, for people. */
    String note() {
        boolean judges = !(missing.get(0) instanceof Step.Sifting);
        return "all rows are " + (judges ? "judged" : "played") + " first: '"
                + missing.get(0).id() + "' decides by all of them together";
    }

    void observe(RowResult result) {
        result.held().forEach(held -> observations
                .computeIfAbsent(held.step().id(), id -> new ArrayList<>())
                .add(held.observation()));
        result.noted().forEach(noted -> folds.computeIfAbsent(noted.step().id(), id -> Fold.of(noted.step()))
                .note(noted.note()));
    }

    /** The knowledge after this pass. Steps that wait for another step that learns are left for the pass after. */
    Learned next(Function<String, ModelRef> roles) {
        Knowledge more = knowledge;
        List<Step> left = new ArrayList<>();
        for (Step step : missing) {
            if (waits(step)) {
                left.add(step);
            } else {
                more = learn(more, step, observations.getOrDefault(step.id(), List.of()), roles);
            }
        }
        return new Learned(plan, more, left, said);
    }

    private boolean waits(Step step) {
        Optional<Step> above = step.input().flatMap(plan::step);
        while (above.isPresent()) {
            if (missing.contains(above.get())) {
                return true;
            }
            above = above.get().input().flatMap(plan::step);
        }
        return false;
    }

    private Knowledge learn(Knowledge sofar, Step step, List<Observation> rows, Function<String, ModelRef> roles) {
        if (step instanceof Step.People people) {
            return sofar.with(
                    step.id(),
                    new Knowledge.People(
                            Learning.forPeople(people.share(), rows), said.getOrDefault(step.id(), Map.of())));
        }
        if (step instanceof Step.Sifting) {
            Fold fold = folds.get(step.id());
            return sofar.with(step.id(), fold == null ? Set.of() : fold.end());
        }
        Step.Compare compare = (Step.Compare) step;
        Jury jury = (Jury) plan.annotator(compare.annotator()).orElseThrow();
        return sofar.with(
                step.id(),
                Learning.settle(
                        jury,
                        juror -> plan.judge(juror)
                                .map(Judge::model)
                                .map(roles)
                                .map(ModelRef::toString)
                                .orElse(juror),
                        rows));
    }
}
