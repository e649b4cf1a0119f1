package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a workflow will do: checked, immutable, printable. The contract between language and engine.
 *
 * @param name the script's name without its ending
 * @param about what it is for, in a sentence
 * @param parameters what the script declares
 * @param values the values of the parameters in this plan, as text
 * @param budget what it may spend
 * @param seed where all chance comes from
 * @param agents by the order they are declared
 * @param annotators judges, juries and debates by the order they are declared
 * @param steps each after the step it takes its rows from
 */
public record Plan(
        String name,
        String about,
        List<Parameter> parameters,
        Map<String, String> values,
        Budget budget,
        long seed,
        List<Agent> agents,
        List<Annotator> annotators,
        List<Step> steps) {

    public Plan {
        parameters = List.copyOf(parameters);
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        agents = List.copyOf(agents);
        annotators = List.copyOf(annotators);
        steps = List.copyOf(steps);
    }

    public Optional<Agent> agent(String agentName) {
        return agents.stream().filter(agent -> agent.name().equals(agentName)).findFirst();
    }

    public Optional<Annotator> annotator(String annotatorName) {
        return annotators.stream()
                .filter(annotator -> annotator.name().equals(annotatorName))
                .findFirst();
    }

    /** Whether a step decides by all rows together, so that it settles nothing before it has seen them. */
    public boolean learns(Step step) {
        return step instanceof Step.People
                || step instanceof Step.Sifting sift && sift.learns()
                || step instanceof Step.Compare compare && learns(compare.annotator());
    }

    /** Whether an annotator is a jury whose rule needs all rows. */
    boolean learns(String annotatorName) {
        return annotator(annotatorName)
                .filter(annotator ->
                        annotator instanceof Jury jury && jury.rule().learns())
                .isPresent();
    }

    public Optional<Judge> judge(String judgeName) {
        return annotator(judgeName).filter(Judge.class::isInstance).map(Judge.class::cast);
    }

    /** The judges alone, each once, whether they sit in a jury or not. */
    public List<Judge> judges() {
        return annotators.stream()
                .filter(Judge.class::isInstance)
                .map(Judge.class::cast)
                .toList();
    }

    /** The judges that an annotator asks: itself, its jurors, or those at its table; each once. */
    public List<Judge> judgesOf(String annotatorName) {
        return annotator(annotatorName)
                .map(this::members)
                .orElse(Stream.of())
                .distinct()
                .toList();
    }

    private Stream<Judge> members(Annotator annotator) {
        if (annotator instanceof Judge judge) {
            return Stream.of(judge);
        }
        Stream<String> names = annotator instanceof Jury jury
                ? jury.jurors().stream()
                : annotator instanceof Debate debate
                        ? Stream.concat(debate.seats().stream().map(Debate.Seat::judge), debate.closing().stream())
                        : Stream.of();
        return names.flatMap(member -> judge(member).stream());
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The data sets it writes, in the order the script names them. */
    public List<Step.Into> outputs() {
        return steps.stream()
                .filter(Step.Into.class::isInstance)
                .map(Step.Into.class::cast)
                .toList();
    }

    /** The comparisons of annotators, in the order the script names them. */
    public List<Step.Agree> agreements() {
        return steps.stream()
                .filter(Step.Agree.class::isInstance)
                .map(Step.Agree.class::cast)
                .toList();
    }

    /** The steps that read files, in the order the script names them. */
    public List<Step.Read> sources() {
        return steps.stream()
                .filter(Step.Read.class::isInstance)
                .map(Step.Read.class::cast)
                .toList();
    }
}
