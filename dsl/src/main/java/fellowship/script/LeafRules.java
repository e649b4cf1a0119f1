package fellowship.script;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** A leaf is a pure function of its row: it must say the same of the same row tomorrow, on another machine. */
final class LeafRules extends CodeVisitorSupport {

    private final WordChecks checks;

    private final Set<MethodNode> helpers = new HashSet<>();

    private int told;

    LeafRules(WordChecks checks) {
        this.checks = checks;
    }

    void check(ClosureExpression leaf) {
        leaf.getCode().visit(this);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        int before = told;
        super.visitMethodCallExpression(call);
        Object target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        if (told == before
                && (target instanceof MethodNode ? target : call.getMethodTarget()) instanceof MethodNode method) {
            called(method, call.getMethod());
        }
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
        Object target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        if (target instanceof MethodNode method) {
            called(method, call);
        }
        super.visitStaticMethodCallExpression(call);
    }

    private void called(MethodNode method, ASTNode at) {
        MethodNode real = method instanceof ExtensionMethodNode extension ? extension.getExtensionMethodNode() : method;
        ClassNode owner = real.getDeclaringClass();
        if (owner.isScript() && real.getLineNumber() > 0) {
            if (helpers.add(real) && real.getCode() != null) {
                real.getCode().visit(this); // what a helper does, the leaf does
            }
            return;
        }
        tell(Impurity.of(owner.getName(), real.getName()), at);
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        tell(Impurity.of(call.getType().getName(), "new"), call);
        super.visitConstructorCallExpression(call);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        ClassNode type = ScriptRules.type(variable);
        if (type != null && !variable.isThisExpression() && !variable.isSuperExpression()) {
            boolean handle = type.getName().startsWith("fellowship.dsl.")
                    && !type.getName()
                            .matches(
                                    "fellowship\\.dsl\\.(Drafts|DraftView|DraftOf|CritiqueView|JudgmentView|StepView|Judged|VoteView|Pair|Label)");
            tell(
                    handle
                            ? Optional.of("'" + variable.getName() + "' is " + Vocabulary.kind(type.getName())
                                    + ", and no row can use one")
                            : Impurity.of(type.getName()),
                    variable);
        }
        super.visitVariableExpression(variable);
    }

    private void tell(Optional<String> reason, ASTNode at) {
        reason.ifPresent(why -> {
            told++;
            checks.tell(
                    why + "; this closure may look only at its row, and at text, numbers, lists, maps and records", at);
        });
    }
}
