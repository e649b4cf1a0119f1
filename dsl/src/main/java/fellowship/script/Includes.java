package fellowship.script;

import fellowship.dsl.IncludeSpec;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Judge;
import fellowship.plan.Parameter;
import fellowship.plan.Players;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.text.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evaluates the templates that a script includes, by the same builders and into the same plan. A script that is read has its
 * templates read too, so that nothing of what it leads to becomes a class.
 */
final class Includes {

    private static final int DEEPEST = 8;

    private final Library library;
    private final Optional<KeptScripts> kept;
    private final boolean reads;
    private final List<Path> open = new ArrayList<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** @param reads whether the script is read and not compiled */
    Includes(Library library, Optional<KeptScripts> kept, boolean reads) {
        this.library = library;
        this.kept = kept;
        this.reads = reads;
    }

    static Includes none() {
        return new Includes(Library.none(), Optional.empty(), true);
    }

    BuiltIncluded include(PlanBuilder plan, String asked, Consumer<IncludeSpec> block, SourcePosition at) {
        IncludeBuilder said = new IncludeBuilder(plan);
        block.accept(said);
        try {
            Library.Source source = library.find(asked);
            if (open.contains(source.script()) || open.size() >= DEEPEST) {
                plan.problems.error(
                        at,
                        open.contains(source.script())
                                ? "'" + source.name() + "' includes itself"
                                : "templates include each other more than " + DEEPEST + " deep");
                return new BuiltIncluded(plan, Optional.empty());
            }
            open.add(source.script());
            try {
                return new BuiltIncluded(plan, Optional.of(included(plan, source, said, at)));
            } finally {
                open.remove(source.script());
            }
        } catch (IllegalArgumentException e) {
            plan.problems.error(at, e);
        } catch (IOException e) {
            plan.problems.error(at, "'" + asked + "' cannot be read: " + e.getMessage());
        }
        return new BuiltIncluded(plan, Optional.empty());
    }

    private Inclusion included(PlanBuilder plan, Library.Source source, IncludeBuilder said, SourcePosition at)
            throws IOException {
        byte[] bytes = Files.readAllBytes(source.script());
        ScriptText text = ScriptText.of(source.script().toString(), Utf8.text(source.script(), bytes));
        Path folder = Workflows.folder(source.script());
        String prefix = prefix(said.name.orElse(source.name()));
        Inclusion inclusion = new Inclusion(
                source.name(),
                plan.prefix() + prefix + ".",
                at,
                said,
                plan,
                new ReplyUse(text.whole() + prompts(folder)));
        if (source.pins().broken(folder, source.script(), bytes)) {
            Pins.tell(plan.problems, at, source.script());
            return inclusion;
        }
        int before = plan.agents().size();
        int judges = plan.annotators().size();
        int nodes = plan.nodes().size();
        if (source.compiles() && !reads) {
            compile(plan, text, folder, source, inclusion);
        } else {
            read(plan, text, folder, source, inclusion);
        }
        if (source.foreign() && !source.compiles()) {
            List<Agent> agents = plan.agents().subList(before, plan.agents().size());
            List<Judge> own = plan
                    .annotators()
                    .subList(judges, plan.annotators().size())
                    .stream()
                    .filter(Judge.class::isInstance)
                    .map(Judge.class::cast)
                    .toList();
            boolean makes = plan.nodes().subList(nodes, plan.nodes().size()).stream()
                    .anyMatch(node ->
                            Set.of("map", "explode", "cross", "ask", "rows").contains(node.kind));
            new ForeignRules(folder, List.of(), plan.problems).check(agents, own, makes);
        }
        if (!inclusion.outputs.isEmpty()) { // it was evaluated
            inclusion.tellUnused();
        }
        inclusion.said.kept.keySet().forEach(name -> plan.keeps(name, at));
        return inclusion;
    }

    private void compile(PlanBuilder plan, ScriptText text, Path folder, Library.Source source, Inclusion inclusion) {
        Problems own = new Problems();
        ScriptCompiler compiler = new ScriptCompiler(text, own);
        Optional<CompiledScript> known = kept.flatMap(scripts -> scripts.find(text));
        Optional<CompiledScript> script = known.or(compiler::compile);
        if (known.isEmpty()) {
            script.ifPresent(made -> kept.ifPresent(scripts -> scripts.keep(made)));
        }
        plan.problems.addAll(own.sorted());
        script.ifPresent(made -> values(made.parameters(), text, inclusion, plan.problems)
                .ifPresent(values -> new Evaluation(made, folder, plan.problems)
                        .run(plan.including(new ScriptOrigin(made, folder, source.pins()), inclusion), values)));
    }

    private static void read(
            PlanBuilder plan, ScriptText text, Path folder, Library.Source source, Inclusion inclusion) {
        Problems own = new Problems();
        ScriptReader reader = new ScriptReader(text, own);
        reader.evaluate(
                parameters -> values(parameters, text, inclusion, plan.problems),
                walk -> plan.including(new ReadOrigin(text, walk, folder, true, source.pins()), inclusion));
        plan.problems.addAll(own.sorted());
    }

    /** The template's values; nothing, and a word, where one is wrong. The files it names are not read. */
    static Optional<ParameterValues> values(
            List<Parameter> declared, ScriptText text, Inclusion inclusion, Problems problems) {
        Map<String, Parameter> known = declared.stream()
                .collect(Collectors.toMap(Parameter::name, one -> one, (a, b) -> a, LinkedHashMap::new));
        Map<String, String> given = new LinkedHashMap<>();
        inclusion.said.values.forEach((name, value) -> {
            Parameter parameter = known.get(name);
            String what = "parameter '" + name + "' of " + inclusion.template;
            if (parameter == null) {
                problems.error(
                        value.at(),
                        inclusion.template + " has no parameter '" + name + "'"
                                + Hint.nearOrAll(name, known.keySet(), "it has"));
                return;
            }
            Optional<Object> typed = ParameterValues.convert(parameter.type(), value.value());
            Optional<String> rule = typed.isEmpty()
                    ? Optional.of("is " + ParameterValues.kind(parameter.type()))
                    : ParameterValues.broken(parameter, typed.get());
            if (parameter.type().equals("Path")) {
                problems.error(value.at(), what + " is a file; give the rows instead: input read(RECORD, FILE)");
            } else if (rule.isPresent()) {
                problems.error(value.at(), what + " " + rule.get() + ", was '" + value.value() + "'");
            } else {
                given.put(name, value.value());
            }
        });
        for (Parameter parameter : declared) {
            if (parameter.fallback().isEmpty() && !inclusion.said.values.containsKey(parameter.name())) {
                if (parameter.type().equals("Path")) {
                    given.put(parameter.name(), "-");
                } else {
                    problems.error(
                            inclusion.at,
                            inclusion.template + " needs its parameter '" + parameter.name() + "': set '"
                                    + parameter.name() + "', VALUE");
                }
            }
        }
        boolean whole = declared.stream().allMatch(one -> one.fallback().isPresent() || given.containsKey(one.name()));
        if (!whole) {
            return Optional.empty();
        }
        ParameterValues values = new ParameterValues(declared, text, problems);
        values.give(given);
        return Optional.of(values);
    }

    private String prefix(String wanted) {
        String free = wanted;
        for (int number = 2; !prefixes.add(free); number++) {
            free = wanted + number;
        }
        return free;
    }

    private static String prompts(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".prompt.md"))
                    .sorted()
                    .toList()) {
                all.append('\n').append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The nodes that something is made of: the script's own, what is kept, and what they take their rows from. */
    static List<Node> needed(List<Node> nodes) {
        Set<Node> needed = new HashSet<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.prefix.isEmpty() || node.kind.equals("into") || node.kind.equals("agreement")) {
                needed.add(node);
            }
            if (needed.contains(node)) {
                needed.addAll(node.from);
            }
        }
        return nodes.stream().filter(needed::contains).toList();
    }

    /** The name of an agent or judge of an included template. */
    String name(Inclusion inclusion, String name) {
        names.add(inclusion.prefix + name);
        return inclusion.prefix + name;
    }

    /** Those who play, and all whom the script itself declares. */
    Set<String> playing(List<Step> steps, List<Agent> agents, List<Annotator> annotators) {
        Set<String> playing = new HashSet<>(Players.of(steps, annotators));
        Stream.concat(agents.stream().map(Agent::name), annotators.stream().map(Annotator::name))
                .filter(name -> !names.contains(name))
                .forEach(playing::add);
        return playing;
    }
}
