package fellowship.script;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;

/**
 * Says in the language's words what the type checker finds: an unknown word, column or variable, with what it may have
 * meant. What follows from a mistake is not told again.
 */
public final class WordChecks extends AbstractTypeCheckingExtension {

    private final Reported reported;

    public WordChecks(StaticTypeCheckingVisitor visitor) {
        super(visitor);
        this.reported = new Reported(context);
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver, String name, ArgumentListExpression arguments, ClassNode[] types, MethodCall call) {
        Expression whole = (Expression) call;
        List<MethodNode> goOn = List.of(newMethod(name, ClassHelper.OBJECT_TYPE));
        if (name.startsWith("$") || reported.insideMistake() || reported.follows(whole)) {
            reported.add(whole);
            return goOn;
        }
        boolean implicit = call instanceof MethodCallExpression written && written.isImplicitThis();
        Optional<ClassNode> block = implicit ? Scope.block(context) : Optional.empty();
        ASTNode at = call instanceof MethodCallExpression written
                        && written.getMethod().getLineNumber() > 0
                ? written.getMethod()
                : whole;
        reported.add(whole);
        addStaticTypeError(UnknownWord.message(block.orElse(receiver), block.isPresent(), name, types, call), at);
        return goOn;
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        storeType(variable, ClassHelper.OBJECT_TYPE);
        boolean follows = reported.insideMistake();
        reported.add(variable);
        if (follows) {
            return true;
        }
        addStaticTypeError(new UnknownName(context).variable(variable), variable);
        return true;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        storeType(property, ClassHelper.OBJECT_TYPE);
        boolean follows = reported.insideMistake() || reported.follows(property);
        reported.add(property);
        if (follows) {
            return true;
        }
        ClassNode type = getType(property.getObjectExpression());
        boolean nothingKnown = Scope.isAnything(type);
        addStaticTypeError(
                new UnknownName(context).property(property, type), nothingKnown ? property : property.getProperty());
        return true;
    }

    @Override
    public void afterVisitClass(ClassNode type) {
        if (type.isScript()) {
            new ScriptRules(this, reported).check(type);
        }
    }

    /** For the rules that are checked last. */
    void tell(String message, ASTNode at) {
        addStaticTypeError(message, at);
    }
}
