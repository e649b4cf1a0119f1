package fellowship.script.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.jspecify.annotations.Nullable;

/** One script that is read: its records, what of it is refused, and its evaluation. */
public final class ScriptWalk {

    private static final int RECORDS = 100;

    private final ModuleNode module;
    private final Language language;
    private final List<Refused> refused = new ArrayList<>();
    private final Map<String, RecordData> records;
    private @Nullable ASTNode at;

    /** Takes the records and checks what the script is made of; nothing is evaluated. */
    public ScriptWalk(ModuleNode module, Language language) {
        this.module = module;
        this.language = language;
        this.records = new Records(refused, new LinkedHashMap<>(language.enums())).read(module);
        if (records.size() > RECORDS) {
            refused.add(new Refused("a script that is read has " + RECORDS + " records at most", 1, 0));
        }
        refused.addAll(Subset.check(module, records.keySet()));
    }

    /** What it may not have, in no order. */
    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    /** The word that is being said; nothing between words. */
    public @Nullable ASTNode here() {
        return at;
    }

    /**
     * Evaluates the script once. A statement that is refused is told, and the next one goes on.
     *
     * @param words the builder behind the words at the top
     * @param parameters gives the value of a parameter that is declared, by the declaration; nothing for other variables
     * @param named told the variable of each step
     * @param problems told what is refused
     */
    public void evaluate(
            Object words,
            Function<DeclarationExpression, @Nullable Object> parameters,
            BiConsumer<String, Object> named,
            Consumer<Refused> problems) {
        Map<String, Class<?>> marks = new LinkedHashMap<>();
        records.forEach((name, data) -> marks.put(name, RecordMarks.of(data)));
        List<Refused> leaves = new ArrayList<>();
        Walker.Ground ground = new Walker.Ground(
                language, new Words(language), new Views(language.interfaces()), records, marks, this::move);
        Walker walker = new Walker(ground, leaves);
        Scope top = new Scope(null, words);
        Set<String> failed = new TreeSet<>();
        for (Statement statement : module.getStatementBlock().getStatements()) {
            try {
                statement(statement, walker, top, parameters, named);
            } catch (Refused e) {
                declared(statement)
                        .ifPresent(declaration ->
                                failed.add(declaration.getVariableExpression().getName()));
                boolean follows = failed.stream()
                        .anyMatch(name ->
                                e.getMessage() != null && e.getMessage().startsWith("no variable '" + name + "'"));
                if (!follows) {
                    problems.accept(e);
                }
            }
            leaves.forEach(problems);
            leaves.clear();
        }
    }

    private static java.util.Optional<DeclarationExpression> declared(Statement statement) {
        return statement instanceof ExpressionStatement one
                        && one.getExpression() instanceof DeclarationExpression declaration
                ? java.util.Optional.of(declaration)
                : java.util.Optional.empty();
    }

    private static void statement(
            Statement statement,
            Walker walker,
            Scope top,
            Function<DeclarationExpression, @Nullable Object> parameters,
            BiConsumer<String, Object> named) {
        if (!(statement instanceof ExpressionStatement one)
                || !(one.getExpression() instanceof DeclarationExpression declaration)) {
            walker.statement(statement, top);
            return;
        }
        Object parameter = parameters.apply(declaration);
        if (parameter != null) {
            top.declare(declaration.getVariableExpression().getName(), parameter);
            return;
        }
        Object value = declaration.getRightExpression() instanceof EmptyExpression
                ? null
                : walker.value(declaration.getRightExpression(), top);
        walker.declare(declaration, value, top);
        if (value != null && declaration.getRightExpression() instanceof MethodCallExpression) {
            named.accept(declaration.getVariableExpression().getName(), value);
        }
    }

    private @Nullable ASTNode move(@Nullable ASTNode to) {
        ASTNode before = at;
        at = to;
        return before;
    }
}
