package fellowship.script;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/** What was found wrong already, so that what follows from it is not told again. */
final class Reported {

    private final Set<ASTNode> mistakes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TypeCheckingContext context;

    Reported(TypeCheckingContext context) {
        this.context = context;
    }

    /** In the blocks of a word that is wrong, nothing can be said. */
    void add(Expression whole) {
        mistakes.add(whole);
        if (whole instanceof MethodCallExpression call && call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                if (argument instanceof ClosureExpression) {
                    mistakes.add(argument);
                }
            }
        }
        if (context.getEnclosingBinaryExpression() != null
                && context.getEnclosingBinaryExpression().getRightExpression() == whole) {
            mistakes.add(context.getEnclosingBinaryExpression().getLeftExpression());
        }
    }

    boolean contains(ASTNode node) {
        return mistakes.contains(node);
    }

    boolean insideMistake() {
        return context.getEnclosingClosureStack().stream()
                .anyMatch(closure -> mistakes.contains(closure.getClosureExpression()));
    }

    /** Whether an expression is made of one that is wrong. */
    boolean follows(Expression expression) {
        if (mistakes.contains(expression)) {
            return true;
        }
        if (expression instanceof VariableExpression variable) {
            return variable.getAccessedVariable() instanceof ASTNode declared && mistakes.contains(declared);
        }
        if (expression instanceof PropertyExpression property) {
            return follows(property.getObjectExpression());
        }
        if (expression instanceof BinaryExpression binary) {
            return follows(binary.getLeftExpression()) || follows(binary.getRightExpression());
        }
        if (expression instanceof MethodCallExpression call) {
            boolean receiver = !call.isImplicitThis() && follows(call.getObjectExpression());
            return receiver
                    || call.getArguments() instanceof TupleExpression arguments
                            && arguments.getExpressions().stream().anyMatch(this::follows);
        }
        return false;
    }
}
