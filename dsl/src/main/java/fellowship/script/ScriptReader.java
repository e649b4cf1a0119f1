package fellowship.script;

import fellowship.dsl.Flow;
import fellowship.dsl.Label;
import fellowship.plan.Parameter;
import fellowship.plan.Plan;
import fellowship.plan.PlanValidator;
import fellowship.script.read.Language;
import fellowship.script.read.Refused;
import fellowship.script.read.ScriptWalk;
import fellowship.script.read.SyntaxTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;

/**
 * Reads a script without running it: the same words, the same builders, the same plan as {@link ScriptCompiler} and
 * {@link Evaluation} make of it, where it keeps to what can be read.
 */
final class ScriptReader {

    private final ScriptText text;
    private final Problems problems;
    private final Parameters parameters;
    private final Map<DeclarationExpression, String> declared = new IdentityHashMap<>();

    ScriptReader(ScriptText text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.parameters = new Parameters(text, problems);
    }

    /** What the script says of itself. */
    Header header() {
        Optional<ModuleNode> module = parse();
        module.ifPresent(this::declare);
        return new Header(module.map(ScriptCompiler::about).orElse(""), parameters.declared());
    }

    /** @param foreign whether it comes from elsewhere, so that what it reads and where it sends data is checked too */
    Optional<Plan> plan(
            String name, Path folder, Map<String, String> given, boolean foreign, Includes includes, Pins pins) {
        try {
            return walked(name, folder, given, foreign, includes, pins);
        } catch (StackOverflowError e) {
            problems.error(text.at(0, 0), "the script is nested too deeply");
            return Optional.empty();
        }
    }

    private Optional<Plan> walked(
            String name, Path folder, Map<String, String> given, boolean foreign, Includes includes, Pins pins) {
        Map<String, String> shown = new LinkedHashMap<>();
        Optional<PlanBuilder> plan = evaluate(
                declaredHere -> {
                    ParameterValues values = new ParameterValues(declaredHere, text, problems);
                    values.give(given);
                    shown.putAll(values.shown());
                    return values.complete() ? Optional.of(values) : Optional.empty();
                },
                walk -> new PlanBuilder(new ReadOrigin(text, walk, folder, foreign, pins), problems, includes));
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Plan made = plan.get().seal(name, parameters.declared(), shown);
        if (foreign) {
            new ForeignRules(folder, given.values(), problems).check(made);
        }
        if (problems.hasErrors()) {
            problems.addAll(PlanValidator.annotators(made));
        }
        return Optional.of(made);
    }

    /**
     * Evaluates the script by a builder; nothing where it has mistakes before that.
     *
     * @param given the values of what it declares; nothing where one is wrong
     * @param builder made for this walk
     */
    Optional<PlanBuilder> evaluate(
            Function<List<Parameter>, Optional<ParameterValues>> given, Function<ScriptWalk, PlanBuilder> builder) {
        Optional<ModuleNode> module = parse();
        if (module.isEmpty()) {
            return Optional.empty();
        }
        ScriptWalk walk = new ScriptWalk(module.get(), language());
        walk.refused().forEach(this::tell);
        declare(module.get());
        Optional<ParameterValues> found = given.apply(parameters.declared());
        if (found.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        ParameterValues values = found.get();
        PlanBuilder plan = builder.apply(walk);
        walk.evaluate(
                plan,
                declaration -> Optional.ofNullable(declared.get(declaration))
                        .map(values.typed()::get)
                        .orElse(null),
                (variable, value) -> {
                    if (value instanceof Flow<?> flow) {
                        flow.named(variable);
                    }
                },
                this::tell);
        return Optional.of(plan);
    }

    private Optional<ModuleNode> parse() {
        try {
            return Optional.of(SyntaxTree.parse(ScriptText.UNIT, text.whole()));
        } catch (MultipleCompilationErrorsException e) {
            new Wording(text, problems).tell(e, List.of());
        } catch (Refused e) {
            tell(e);
        }
        return Optional.empty();
    }

    /** Takes the parameters; which declaration is whose is kept, since the tree is changed on the way. */
    private void declare(ModuleNode module) {
        for (Statement statement : module.getStatementBlock().getStatements()) {
            int before = parameters.declared().size();
            parameters.transform(statement);
            if (parameters.declared().size() > before
                    && statement instanceof ExpressionStatement one
                    && one.getExpression() instanceof DeclarationExpression declaration) {
                Parameter parameter = parameters.declared().get(before);
                declared.put(declaration, parameter.name());
            }
        }
    }

    private void tell(Refused refused) {
        problems.error(text.at(refused.line(), refused.column()), String.valueOf(refused.getMessage()));
    }

    /** The language as its interfaces and constants say it: what is added to them is known here too. */
    static Language language() {
        Map<String, Object> constants = new HashMap<>();
        Map<String, Class<? extends Enum<?>>> enums = new LinkedHashMap<>();
        for (Class<? extends Enum<?>> type : ScriptCompiler.CONSTANTS) {
            for (Enum<?> constant : type.getEnumConstants()) {
                constants.put(constant.name(), constant);
            }
        }
        enums.put(Label.class.getSimpleName(), Label.class);
        return new Language(
                List.copyOf(Vocabulary.ordered()),
                Vocabulary::noun,
                Vocabulary::forms,
                constants,
                Vocabulary.pure(),
                enums);
    }
}
