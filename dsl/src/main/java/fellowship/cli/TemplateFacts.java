package fellowship.cli;

import fellowship.dataset.Feature;
import fellowship.dataset.RowShape;
import fellowship.dataset.ShapeContext;
import fellowship.plan.Agent;
import fellowship.plan.Column;
import fellowship.plan.Estimate;
import fellowship.plan.EstimateInput;
import fellowship.plan.Estimator;
import fellowship.plan.Judge;
import fellowship.plan.Parameter;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.script.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a template's plan says of it: the columns it needs and gives, its roles, its prompts, what 100 rows take.
 *
 * @param file where it is
 * @param header what it says of itself
 * @param plan with the sample where a parameter must be given
 */
record TemplateFacts(ScriptFile file, Header header, Plan plan) {

    private static final String SAMPLE = "sample.jsonl";
    private static final long ROWS = 100;

    /** @throws CommandException with all that is wrong in the template */
    static TemplateFacts of(ScriptFile file, Terminal terminal) {
        Header header = HelpCommand.header(file, terminal);
        ScriptArguments arguments = new ScriptArguments();
        arguments.script = file.path().toString();
        arguments.values = samples(header);
        return new TemplateFacts(
                file,
                header,
                OpenScript.read(file, arguments, terminal)
                        .orFail(terminal, true)
                        .readyPlan());
    }

    /** The sample for each path that must be given. */
    static Map<String, String> samples(Header header) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : header.parameters()) {
            if (parameter.type().equals("Path") && parameter.fallback().isEmpty()) {
                values.put(parameter.name(), SAMPLE);
            }
        }
        return values;
    }

    /** By the files as the script names them: columns, each with its kind. */
    Map<String, List<String>> needs() {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (Step.Read read : plan.sources()) {
            needs.put(
                    String.join(", ", read.files()),
                    read.type().columns().stream().map(TemplateFacts::column).toList());
        }
        return needs;
    }

    private static String column(Column column) {
        return column.name() + " ("
                + column.kind().name().toLowerCase(Locale.ROOT).replace('_', '/') + ")";
    }

    /** By data set, with its kind: the columns of its training file. */
    Map<String, List<String>> gives() {
        Map<String, List<String>> gives = new LinkedHashMap<>();
        for (ShapeContext context : ShapeContext.of(plan)) {
            gives.put(
                    context.output().name() + " (" + context.output().type().word() + ")",
                    RowShape.of(context.output().type()).trainFeatures(context).stream()
                            .map(Feature::name)
                            .toList());
        }
        return gives;
    }

    List<String> roles() {
        return OpenScript.models(plan);
    }

    /** By who is asked, and by what the script calls it. */
    Map<String, String> prompts() {
        Map<String, String> prompts = new LinkedHashMap<>();
        for (Agent agent : plan.agents()) {
            put(prompts, agent.name() + ", system", agent.system());
            put(prompts, agent.name() + ", prompt", Optional.of(agent.prompt()));
            put(prompts, agent.name() + ", revise", agent.revise());
            put(prompts, agent.name() + ", again", agent.again());
        }
        for (Judge judge : plan.judges()) {
            put(prompts, judge.name() + ", criteria", judge.brief().criteria());
            put(prompts, judge.name() + ", question", Optional.of(judge.brief().question()));
            put(prompts, judge.name() + ", reference", judge.brief().reference());
            put(prompts, judge.name() + ", persona", judge.brief().persona());
        }
        return prompts;
    }

    private static void put(Map<String, String> prompts, String name, Optional<PromptTemplate> template) {
        template.ifPresent(text -> prompts.put(name, text.text()));
    }

    /** What so many rows like those of the sample take; without prices. */
    Estimate estimate() {
        Map<String, EstimateInput.Source> sources = new LinkedHashMap<>();
        SourceMeasure.of(plan, file.base(), Optional.empty())
                .sources()
                .forEach((id, source) -> sources.put(id, new EstimateInput.Source(ROWS, source.columns())));
        plan.sources().forEach(read -> sources.putIfAbsent(read.id(), new EstimateInput.Source(ROWS, Map.of())));
        return Estimator.estimate(plan, new EstimateInput(sources, (model, input, output) -> OptionalDouble.empty()));
    }
}
