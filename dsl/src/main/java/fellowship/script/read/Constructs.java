package fellowship.script.read;

import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;

/** What the pieces of Groovy are called that a script that is read cannot have. */
final class Constructs {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ForStatement", "a loop"),
            Map.entry("WhileStatement", "a loop"),
            Map.entry("DoWhileStatement", "a loop"),
            Map.entry("TryCatchStatement", "try"),
            Map.entry("CatchStatement", "catch"),
            Map.entry("ThrowStatement", "throw"),
            Map.entry("AssertStatement", "assert"),
            Map.entry("SwitchStatement", "switch"),
            Map.entry("SynchronizedStatement", "synchronized"),
            Map.entry("BreakStatement", "break"),
            Map.entry("ContinueStatement", "continue"),
            Map.entry("YieldStatement", "yield"),
            Map.entry("MethodPointerExpression", "a method pointer"),
            Map.entry("MethodReferenceExpression", "a method reference"),
            Map.entry("LambdaExpression", "a lambda"),
            Map.entry("SpreadExpression", "a spread"),
            Map.entry("SpreadMapExpression", "a spread"),
            Map.entry("AttributeExpression", "a field by .@"),
            Map.entry("ArrayExpression", "an array"),
            Map.entry("ClassExpression", "a class"),
            Map.entry("FieldExpression", "a field"),
            Map.entry("PostfixExpression", "++ or --"),
            Map.entry("PrefixExpression", "++ or --"),
            Map.entry("BitwiseNegationExpression", "~"),
            Map.entry("ClosureListExpression", "a loop"),
            Map.entry("ConstructorCallExpression", "new, but for the script's own records"),
            Map.entry("StaticMethodCallExpression", "a static call"));

    private Constructs() {}

    static Refused refused(ASTNode node) {
        String kind = node.getClass().getSimpleName();
        return no(NAMES.getOrDefault(kind, "this piece of Groovy (" + kind + ")"), node);
    }

    /** @param what it is, with its article */
    static Refused no(String what, ASTNode at) {
        return new Refused("a script that is read cannot have " + what, at);
    }
}
