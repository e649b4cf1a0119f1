package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param judges by the order they are declared
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
        List<Judge> judges,
        List<Step> steps) {

    public Plan {
        parameters = List.copyOf(parameters);
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        agents = List.copyOf(agents);
        judges = List.copyOf(judges);
        steps = List.copyOf(steps);
    }

    public Optional<Agent> agent(String agentName) {
        return agents.stream().filter(agent -> agent.name().equals(agentName)).findFirst();
    }

    public Optional<Judge> judge(String judgeName) {
        return judges.stream().filter(judge -> judge.name().equals(judgeName)).findFirst();
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

    /** The steps that read files, in the order the script names them. */
    public List<Step.Read> sources() {
        return steps.stream()
                .filter(Step.Read.class::isInstance)
                .map(Step.Read.class::cast)
                .toList();
    }
}
