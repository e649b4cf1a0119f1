package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names stand once, and what is named exists. */
final class NameChecks {

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");

    private final Plan plan;
    private final Problems problems;

    NameChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check() {
        Map<String, SourcePosition> named = new LinkedHashMap<>();
        plan.agents().forEach(agent -> once(named, "agent or judge", agent.name(), agent.at()));
        plan.annotators().forEach(annotator -> once(named, "agent or judge", annotator.name(), annotator.at()));
        Map<String, SourcePosition> steps = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            step.inputs().forEach(from -> reference(steps, step, from));
            once(steps, "step", step.id(), step.at());
        }
        Map<String, SourcePosition> outputs = new LinkedHashMap<>();
        plan.outputs().forEach(into -> folder(outputs, "a data set", into.name(), into.at()));
        plan.agreements().forEach(agree -> folder(outputs, "an agreement", agree.name(), agree.at()));
        plan.steps().forEach(this::players);
    }

    private void folder(Map<String, SourcePosition> seen, String what, String name, SourcePosition at) {
        once(seen, "data set or agreement", name, at);
        if (!FOLDER.matcher(name).matches()) {
            problems.error(
                    at, what + "'s name is a folder: letters, digits, '_' and '-', 64 at most; was '" + name + "'");
        }
    }

    private void once(Map<String, SourcePosition> seen, String what, String name, SourcePosition at) {
        SourcePosition first = seen.putIfAbsent(name, at);
        if (first != null) {
            problems.error(
                    at,
                    "the name '" + name + "' is taken by another " + what + " (" + first
                            + "); give one of them another name");
        }
    }

    private void reference(Map<String, SourcePosition> before, Step step, String from) {
        if (before.containsKey(from)) {
            return;
        }
        if (plan.step(from).isPresent()) {
            problems.error(
                    step.at(),
                    "step '" + step.id() + "' takes its rows from '" + from + "', which comes later; put '" + from
                            + "' first");
        } else {
            problems.unknown(step.at(), "step", from, before.keySet());
        }
    }

    private void players(Step step) {
        if (step instanceof Step.Generate generate) {
            generate.by().forEach(name -> agent(step, name));
        } else if (step instanceof Shape.Ask ask) {
            agent(step, ask.agent());
        } else if (step instanceof Shape.Review review) {
            review.reviewers().forEach(name -> agent(step, name));
        } else if (step instanceof Shape.Revise revise) {
            agent(step, revise.writer());
        } else if (step instanceof Step.Refine refine) {
            agent(step, refine.writer());
            refine.reviewers().forEach(name -> agent(step, name));
        } else if (step instanceof Step.Rank || step instanceof Step.Verify) {
            Annotating.by(step).ifPresent(name -> new MemberChecks(plan, problems).judge(step.at(), name));
        } else {
            Annotating.by(step).ifPresent(name -> judge(step, name));
        }
    }

    private void agent(Step step, String name) {
        if (plan.agent(name).isPresent()) {
            return;
        }
        if (plan.judge(name).isPresent()) {
            problems.error(step.at(), "'" + name + "' is a judge; an agent must stand here");
            return;
        }
        List<String> known = plan.agents().stream().map(Agent::name).toList();
        problems.unknown(step.at(), "agent", name, known);
    }

    private void judge(Step step, String name) {
        if (plan.annotator(name).isPresent()) {
            return;
        }
        if (plan.agent(name).isPresent()) {
            problems.error(step.at(), "'" + name + "' is an agent; a judge must stand here");
            return;
        }
        List<String> known = plan.annotators().stream().map(Annotator::name).toList();
        problems.unknown(step.at(), "judge", name, known);
    }
}
