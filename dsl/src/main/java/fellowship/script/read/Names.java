package fellowship.script.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The names in a closure: what it declares itself, and what it uses. */
final class Names extends CodeVisitorSupport {

    private final Set<String> own = new TreeSet<>();
    private final Map<String, ASTNode> variables = new LinkedHashMap<>();
    private final Map<String, ASTNode> functions = new LinkedHashMap<>();
    private final Map<String, ASTNode> words = new LinkedHashMap<>();
    private final Map<String, ASTNode> properties = new LinkedHashMap<>();

    Names(ClosureExpression closure) {
        visitClosureExpression(closure);
    }

    /** Variables that are declared outside. */
    Set<String> used() {
        Set<String> used = new TreeSet<>(variables.keySet());
        used.removeAll(own);
        return used;
    }

    Map<String, ASTNode> variables() {
        return variables;
    }

    /** Calls with a target. */
    Map<String, ASTNode> functions() {
        return functions;
    }

    /** Calls without one. */
    Map<String, ASTNode> words() {
        return words;
    }

    Map<String, ASTNode> properties() {
        return properties;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.getParameters() == null || closure.getParameters().length == 0) {
            own.add("it");
        } else {
            Arrays.stream(closure.getParameters()).map(Parameter::getName).forEach(own::add);
        }
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        own.add(declaration.getVariableExpression().getName());
        declaration.getRightExpression().visit(this);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        variables.putIfAbsent(variable.getName(), variable);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        if (!(property.getObjectExpression() instanceof VariableExpression type)
                || !Character.isUpperCase(type.getName().charAt(0))) {
            properties.putIfAbsent(property.getPropertyAsString(), property.getProperty());
        }
        property.getObjectExpression().visit(this);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        (call.isImplicitThis() ? words : functions)
                .putIfAbsent(String.valueOf(call.getMethodAsString()), call.getMethod());
        if (!call.isImplicitThis()) {
            call.getObjectExpression().visit(this);
        }
        call.getArguments().visit(this);
    }

    @Override
    public void visitConstantExpression(ConstantExpression constant) {
        // Names in texts are none.
    }
}
