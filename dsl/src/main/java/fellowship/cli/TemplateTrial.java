package fellowship.cli;

import fellowship.config.ConfigurationSources;
import fellowship.dataset.Feature;
import fellowship.dataset.RowShape;
import fellowship.dataset.ShapeContext;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.PlanValidator;
import fellowship.run.Fellowship;
import fellowship.run.RunListener;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.script.Reading;
import fellowship.script.Workflows;
import fellowship.seam.Time;
import fellowship.template.Template;
import fellowship.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proof of a template: both readers make one plan of it, the sample runs on the scripted answers, and what comes out is
 * what stands in {@code expected/}, with the columns that the plan declares, at no call the second time.
 */
final class TemplateTrial {

    private static final String EXPECTED = "expected";

    private final ScriptFile file;
    private final Template template;
    private final Terminal terminal;
    private final Path scratch;
    private final List<String> done = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param scratch an empty folder for the run */
    TemplateTrial(ScriptFile file, Terminal terminal, Path scratch) {
        this.file = file;
        this.template = file.template().orElseThrow();
        this.terminal = terminal;
        this.scratch = scratch;
    }

    /** What holds, in the order it was looked at. */
    List<String> done() {
        return done;
    }

    /** What does not. */
    List<String> wrong() {
        return wrong;
    }

    /** @param update whether {@code expected/} is written anew */
    void play(boolean update) throws IOException {
        for (String name : List.of("README.md", "sample.jsonl", "answers.jsonl", Template.MANIFEST)) {
            if (!Files.isRegularFile(template.folder().resolve(name))) {
                wrong.add("it has no " + name);
            }
        }
        manifest();
        Optional<Plan> plan = plan();
        if (plan.isEmpty() || !wrong.isEmpty()) {
            return;
        }
        RunReport first = run(plan.get());
        if (first.ending() != RunReport.Ending.DONE) {
            wrong.add("the sample does not run to its end: "
                    + first.fault()
                            .map(RunReport.Fault::message)
                            .orElse(first.ending().toString()));
            return;
        }
        done.add("the sample runs: " + RunSummary.ledger(first.ledger()));
        SortedMap<String, String> made = data(scratch.resolve("run"));
        columns(plan.get(), made);
        if (update) {
            for (Map.Entry<String, String> one : made.entrySet()) {
                Path path = template.folder().resolve(EXPECTED).resolve(one.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, one.getValue());
            }
        }
        compare(made, data(template.folder().resolve(EXPECTED)));
        RunReport again = run(plan.get());
        note(again.calls() == 0, "a second run makes no call", "a second run makes " + again.calls() + " calls");
    }

    private void note(boolean holds, String so, String otherwise) {
        (holds ? done : wrong).add(holds ? so : otherwise);
    }

    private void manifest() {
        try {
            var manifest = template.manifest();
            var names = HelpCommand.header(file, terminal).parameters().stream()
                    .map(parameter -> parameter.name())
                    .toList();
            manifest.numbers().stream()
                    .flatMap(number -> number.parameter().stream())
                    .filter(name -> !names.contains(name))
                    .forEach(name -> wrong.add(Template.MANIFEST + " names a parameter '" + name
                            + "' that the script does not have; " + fellowship.text.Nearest.hint(name, names)));
        } catch (TemplateException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Plan> plan() throws IOException {
        Map<String, String> values = TemplateFacts.samples(HelpCommand.header(file, terminal));
        Trust trust = Trust.of(file, terminal);
        IncludedTemplates library = new IncludedTemplates(terminal, file.base());
        Reading read = Workflows.readOnly(file.path(), values, library, trust.pins());
        tell(read.problems());
        Optional<Plan> plan = read.plan();
        plan.ifPresent(made -> tell(PlanValidator.validate(made)));
        if (trust.compiles()) {
            Reading compiled = Workflows.read(file.path(), values, terminal.scriptsFolder(), library, trust.pins());
            if (plan.isEmpty()) {
                compiled.plan()
                        .ifPresent(
                                made -> wrong.add("it compiles, but cannot be read: others must trust it to run it"));
            }
            tell(compiled.problems());
            if (plan.isPresent() && compiled.plan().isPresent()) {
                note(
                        Fingerprint.of(plan.get())
                                .equals(Fingerprint.of(compiled.plan().get())),
                        "compiled and read, it is one plan",
                        "compiled and read, it is two plans: this is a fault of this tool");
            }
        } else if (plan.isPresent()) {
            done.add("it can be read; it comes from elsewhere, so it is not compiled");
        }
        return plan;
    }

    private void tell(List<PlanProblem> problems) {
        problems.stream()
                .filter(problem -> problem.severity() == PlanProblem.Severity.ERROR)
                .map(PlanProblem::toString)
                .filter(problem -> !wrong.contains(problem))
                .forEach(wrong::add);
    }

    private RunReport run(Plan plan) {
        var configuration = new ConfigurationSources(
                        scratch, scratch.resolve("none.toml"), List.of(), Map.of("scripted:answers.jsonl", ""))
                .read()
                .configuration();
        return Objects.requireNonNull(Fellowship.run(
                        plan,
                        new RunOptions(
                                scratch.resolve("run"),
                                file.base(),
                                configuration,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                false,
                                new Time(Schedulers.parallel(), Clock.systemUTC()),
                                terminal::in,
                                Mono.never(),
                                new RunListener() {}))
                .block());
    }

    private void columns(Plan plan, Map<String, String> made) {
        for (ShapeContext context : ShapeContext.of(plan)) {
            String name = context.output().name();
            List<String> declared = RowShape.of(context.output().type()).trainFeatures(context).stream()
                    .map(Feature::name)
                    .toList();
            String lines = made.getOrDefault(name + "/train.jsonl", made.getOrDefault(name + "/rows.jsonl", ""));
            TreeSet<String> more = new TreeSet<>();
            lines.lines().forEach(line -> {
                JsonNode row = JsonMapper.shared().readTree(line);
                row.propertyNames().forEach(more::add);
            });
            more.removeAll(declared);
            note(
                    more.isEmpty(),
                    "the columns of " + name + " are those that the plan declares",
                    name + " has columns that the plan does not declare: " + String.join(", ", more));
        }
    }

    private void compare(Map<String, String> made, Map<String, String> expected) {
        Map<String, String> all = new LinkedHashMap<>(expected);
        all.putAll(made);
        int before = wrong.size();
        for (String name : new TreeSet<>(all.keySet())) {
            if (!expected.containsKey(name)) {
                wrong.add(EXPECTED + "/ has no " + name + "; look at what the run gives and write it: --update");
            } else if (!made.containsKey(name)) {
                wrong.add("the run gives no " + name + ", but " + EXPECTED + "/ has one");
            } else if (!made.get(name).equals(expected.get(name))) {
                wrong.add(name + " is not what stands in " + EXPECTED + "/, from line "
                        + differs(made.get(name), expected.get(name)));
            }
        }
        if (wrong.size() == before) {
            done.add("what it gives is what stands in " + EXPECTED + "/");
        }
    }

    private static int differs(String one, String other) {
        List<String> a = one.lines().toList();
        List<String> b = other.lines().toList();
        int line = 0;
        while (line < Math.min(a.size(), b.size()) && a.get(line).equals(b.get(line))) {
            line++;
        }
        return line + 1;
    }

    /** The training files and the rejects, as the examples keep them. */
    private static SortedMap<String, String> data(Path run) throws IOException {
        SortedMap<String, String> data = new TreeMap<>();
        if (!Files.isDirectory(run)) {
            return data;
        }
        try (Stream<Path> files = Files.walk(run)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(path).toString().replace('\\', '/');
                if (name.matches(".*/(train|rows)\\.jsonl|rejects\\.jsonl")) {
                    data.put(name, Files.readString(path));
                }
            }
        }
        return data;
    }
}
