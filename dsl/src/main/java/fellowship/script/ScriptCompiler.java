package fellowship.script;

import fellowship.dsl.Values;
import fellowship.plan.Fate;
import fellowship.plan.Jury;
import fellowship.plan.OrderRule;
import fellowship.plan.Parameter;
import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import fellowship.plan.SettleRule;
import fellowship.script.ScriptText.Extent;
import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.tools.GroovyClass;

/** Compiles one script under static checks. */
final class ScriptCompiler {

    /** Beyond this many mistakes the compiler stops looking. */
    private static final int MISTAKES = 100;

    /** Whose constants are words of scripts. */
    static final List<Class<? extends Enum<?>>> CONSTANTS =
            List.of(Pick.class, Ranks.class, Fate.class, OrderRule.class, SettleRule.class, Jury.FamilyRule.class);

    private final ScriptText text;
    private final Problems problems;
    private final Parameters parameters;

    ScriptCompiler(ScriptText text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.parameters = new Parameters(text, problems);
    }

    /** What the script declares, known after {@link #compile} or {@link #header}, also when there are mistakes. */
    List<Parameter> parameters() {
        return parameters.declared();
    }

    /** Parses only. */
    Header header() {
        CompilationUnit unit = unit();
        SourceUnit source = unit.addSource(ScriptText.UNIT, text.whole());
        try {
            unit.compile(Phases.CONVERSION);
        } catch (MultipleCompilationErrorsException e) {
            new Wording(text, problems).tell(e, List.of());
            return new Header("", parameters());
        }
        return new Header(about(source.getAST()), parameters());
    }

    /** The compiled script; nothing when it has mistakes. */
    Optional<CompiledScript> compile() {
        CompilationUnit unit = unit();
        Map<String, ClassNode> made = new HashMap<>();
        unit.setClassgenCallback((writer, type) -> made.put(type.getName(), type));
        SourceUnit source = unit.addSource(ScriptText.UNIT, text.whole());
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (MultipleCompilationErrorsException e) {
            List<String> types = source.getAST() == null
                    ? List.of()
                    : source.getAST().getClasses().stream()
                            .map(ClassNode::getNameWithoutPackage)
                            .toList();
            new Wording(text, problems).tell(e, types);
        }
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass type : unit.getClasses()) {
            classes.put(type.getName(), type.getBytes());
        }
        return Optional.of(new CompiledScript(
                text,
                source.getAST().getScriptClassDummy().getName(),
                classes,
                extents(made),
                sites(source.getAST(), made, classes),
                helpers(source.getAST()),
                parameters()));
    }

    private CompilationUnit unit() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(FellowshipScript.class.getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setTolerance(MISTAKES);
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("fellowship.dsl");
        imports.addStaticStars(CONSTANTS.stream().map(Class::getName).toArray(String[]::new));
        imports.addStaticStars(Values.class.getName());
        imports.addImports("java.nio.file.Path");
        configuration.addCompilationCustomizers(
                imports,
                new ScriptShape(text, problems, parameters),
                new ASTTransformationCustomizer(
                        Map.of("extensions", List.of(WordChecks.class.getName())), CompileStatic.class));
        ClassLoader here = ScriptCompiler.class.getClassLoader();
        return new CompilationUnit(
                configuration,
                null,
                new GroovyClassLoader(here, configuration),
                new GroovyClassLoader(new NoGlobalTransforms(here), configuration));
    }

    private static Map<String, Extent> extents(Map<String, ClassNode> made) {
        Map<String, Extent> extents = new HashMap<>();
        made.forEach((name, type) -> {
            if (type.getLineNumber() > 0) {
                extents.put(name, Extent.of(type));
            }
        });
        return extents;
    }

    private Map<String, fellowship.plan.SourcePosition> sites(
            ModuleNode module, Map<String, ClassNode> made, Map<String, byte[]> classes) {
        CallSites sites = new CallSites(text);
        made.forEach((name, type) -> {
            byte[] bytes = classes.get(name);
            for (MethodNode method : type.getMethods()) {
                if (bytes != null && method.getCode() != null && isCode(method, type)) {
                    sites.match(name, method.getName(), bytes, method.getCode());
                }
            }
        });
        return sites.places();
    }

    private static boolean isCode(MethodNode method, ClassNode type) {
        return method.getName().equals("doCall")
                || type.isScript() && (method.getName().equals("run") || method.getLineNumber() > 0);
    }

    /** The text of the methods that the script's author wrote. */
    private String helpers(ModuleNode module) {
        return module.getClasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getLineNumber() > 0 && !method.isSynthetic())
                .filter(method -> !method.getName().equals("run"))
                .map(method -> Tokens.of(text.cut(Extent.of(method))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The sentence of a script, when it is a literal at its top. */
    static String about(ModuleNode module) {
        for (Statement statement : module.getStatementBlock().getStatements()) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof MethodCallExpression call
                    && "about".equals(call.getMethodAsString())
                    && call.getArguments() instanceof TupleExpression arguments
                    && arguments.getExpressions().size() == 1
                    && arguments.getExpression(0) instanceof ConstantExpression sentence) {
                return String.valueOf(sentence.getValue()).strip();
            }
        }
        return "";
    }

    /** Transforms that a library on the class path would apply to every script are not found. */
    private static final class NoGlobalTransforms extends ClassLoader {

        NoGlobalTransforms(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.contains("ASTTransformation") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
