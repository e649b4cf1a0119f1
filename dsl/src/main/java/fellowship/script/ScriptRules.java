package fellowship.script;

import fellowship.dsl.Flow;
import java.util.Collection;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/** The rules that no type expresses: what Groovy would compile and the writer cannot have meant. */
final class ScriptRules extends CodeVisitorSupport {

    /** The words that take a leaf: a pure function of a row. */
    static final Set<String> LEAF_WORDS = Set.of("filter", "where", "map", "stopWhen", "against", "explode", "measure");

    /** What Groovy adds to every object and makes sense for rows. */
    private static final Set<String> HARMLESS = Set.of("with", "tap", "is", "asBoolean", "toString");

    static final String NO_SPREAD = "write the values out, or give a list: the star is not supported here";

    static final String NO_LAMBDA = "write a closure, for example { it.id != '' }: its text counts in the plan";

    private static final String NO_LOOP =
            "rows cannot be looped over: they come when the workflow runs; say filter or map";

    private static final ClassNode COLLECTION = ClassHelper.make(Collection.class);

    private final WordChecks checks;
    private final Reported reported;

    ScriptRules(WordChecks checks, Reported reported) {
        this.checks = checks;
        this.reported = reported;
    }

    void check(ClassNode script) {
        for (MethodNode method : script.getMethods()) {
            if (method.getCode() != null
                    && (method.getLineNumber() > 0 || method.getName().equals("run"))) {
                method.getCode().visit(this);
            }
        }
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        if (statement.getStatementLabels() != null
                && !statement.getStatementLabels().isEmpty()) {
            String label = statement.getStatementLabels().get(0);
            tell("'" + label + "' is followed by its value alone: write " + label + " VALUE, without :", statement);
        }
        super.visitExpressionStatement(statement);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        ClassNode type = type(loop.getCollectionExpression());
        if (type != null && isFlow(type)) {
            tell(NO_LOOP, loop.getCollectionExpression());
        }
        super.visitForLoop(loop);
    }

    @Override
    public void visitSpreadExpression(SpreadExpression spread) {
        tell(NO_SPREAD, spread);
        super.visitSpreadExpression(spread);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String word = String.valueOf(call.getMethodAsString());
        if (LEAF_WORDS.contains(word) && ofLanguage(call) && call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                checkLeaf(argument);
            }
            checkResult(word, arguments);
        }
        if (call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET) instanceof ExtensionMethodNode) {
            ClassNode receiver = type(call.getObjectExpression());
            if (receiver != null && isFlow(receiver) && !HARMLESS.contains(word)) {
                tell(NO_LOOP, call.getMethod());
            }
        }
        super.visitMethodCallExpression(call);
    }

    private void checkLeaf(Expression argument) {
        if (argument instanceof LambdaExpression || argument instanceof MethodPointerExpression) {
            tell(NO_LAMBDA, argument);
        } else if (argument instanceof ClosureExpression leaf && !reported.contains(leaf)) {
            if (leaf.getCode().isEmpty()) {
                tell("this closure is empty; what should hold of the row?", leaf);
            }
            new LeafRules(checks).check(leaf);
        }
    }

    /** {@code map(Question) { … }} makes what it says; the type checker would settle for something both are. */
    private void checkResult(String word, TupleExpression arguments) {
        if (arguments.getExpressions().size() == 2
                && arguments.getExpression(0) instanceof ClassExpression wanted
                && arguments.getExpression(1) instanceof ClosureExpression leaf
                && leaf.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE) instanceof ClassNode given
                && !reported.contains(leaf)
                && !(word.equals("explode") ? ofSeveral(given) : given.equals(wanted.getType()))) {
            String must = word.equals("explode")
                    ? "a list of " + wanted.getType().getNameWithoutPackage()
                    : Scope.noun(wanted.getType());
            tell("this closure must give " + must + ", but gives " + Vocabulary.kind(given.getName()), leaf);
        }
    }

    /** {@code explode} makes a list; what stands in it is seen when rows flow. */
    private static boolean ofSeveral(ClassNode given) {
        return given.equals(ClassHelper.LIST_TYPE) || given.equals(COLLECTION) || given.implementsInterface(COLLECTION);
    }

    private static boolean ofLanguage(MethodCallExpression call) {
        Object target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        MethodNode method = target instanceof MethodNode found ? found : call.getMethodTarget();
        return method != null && method.getDeclaringClass().getName().startsWith("fellowship.dsl.");
    }

    static boolean isFlow(ClassNode type) {
        String name = Flow.class.getName();
        return type.getName().equals(name)
                || type.getAllInterfaces().stream().anyMatch(at -> at.getName().equals(name));
    }

    static @Nullable ClassNode type(Expression expression) {
        Object inferred = expression.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        return inferred instanceof ClassNode type ? type : expression.getType();
    }

    private void tell(String message, ASTNode at) {
        checks.tell(message, at);
    }
}
