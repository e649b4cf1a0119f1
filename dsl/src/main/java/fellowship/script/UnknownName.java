package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/** What to say of a variable, a column or a field that is not known where it stands. */
final class UnknownName {

    private final TypeCheckingContext context;

    UnknownName(TypeCheckingContext context) {
        this.context = context;
    }

    String variable(VariableExpression variable) {
        String name = variable.getName();
        Optional<Class<?>> block = Scope.block(context).flatMap(Scope::language);
        if (block.isPresent() && Vocabulary.words(block.get()).contains(name)) {
            return "'" + name + "' is a word of " + Vocabulary.noun(block.get()) + ": write " + name
                    + " VALUE, without =";
        }
        if (Scope.row(context).map(Scope::properties).orElse(Set.of()).contains(name)) {
            return "no variable '" + name + "'; did you mean it." + name + "?";
        }
        if (Vocabulary.words(WorkflowSpec.class).contains(name)) {
            return "'" + name + "' is a word of a script: write " + name + "(…), with parentheses";
        }
        String near = Hint.near(name, Scope.variables(context));
        String hint = near.isEmpty() ? Hint.near(name, Vocabulary.words(block.orElse(WorkflowSpec.class))) : near;
        String kind = Character.isUpperCase(name.charAt(0)) ? "type" : "variable";
        String declare = hint.isEmpty() && isAssigned(variable) ? "; declare it: def " + name + " = …" : "";
        return "no " + kind + " '" + name + "'" + hint + declare;
    }

    private boolean isAssigned(VariableExpression variable) {
        BinaryExpression around = context.getEnclosingBinaryExpression();
        return around != null
                && around.getLeftExpression() == variable
                && around.getOperation().getText().equals("=");
    }

    /** @param type of what it was asked of */
    String property(PropertyExpression property, ClassNode type) {
        String name = String.valueOf(property.getPropertyAsString());
        if (Scope.isAnything(type)) {
            return unknown(property.getObjectExpression().getText(), name);
        }
        if (property.getObjectExpression() instanceof ClassExpression named
                && named.getType().isEnum()) {
            ClassNode constants = named.getType();
            return constants.getNameWithoutPackage() + " has no '" + name + "'"
                    + Hint.nearOrAll(name, Scope.constants(constants), "it has");
        }
        Optional<Class<?>> language = Scope.language(type);
        if (language.isPresent() && Vocabulary.words(language.get()).contains(name)) {
            return "'" + name + "' is a word of " + Vocabulary.noun(language.get()) + ": write " + name + "(…)";
        }
        return language.map(Vocabulary::noun).orElseGet(() -> Scope.noun(type)) + " has no '" + name + "'"
                + hint(type, name, Scope.properties(type));
    }

    /** The row's own columns are one step away from a row with drafts. */
    private static String hint(ClassNode type, String name, Set<String> names) {
        for (String row : List.of("task", "item")) {
            if (names.contains(row)
                    && type.getGenericsTypes() != null
                    && Scope.properties(type.getGenericsTypes()[0].getType()).contains(name)) {
                return "; did you mean " + row + "." + name + "?";
            }
        }
        return type.getName().startsWith("java.") ? Hint.near(name, names) : Hint.nearOrAll(name, names, "it has");
    }

    private boolean inAgreement() {
        return context.getEnclosingMethodCall() instanceof MethodCallExpression call
                && "against".equals(call.getMethodAsString());
    }

    /** What is wrong with a property of a value that nothing is known of. */
    private String unknown(String value, String name) {
        if (Scope.row(context).isPresent()) {
            return (inAgreement()
                            ? "these rows are not all of one record"
                            : "these reviewers reply with different records")
                    + ", so '" + name + "' is not known here";
        }
        boolean bare =
                context.getEnclosingClosure() == null || Scope.block(context).isPresent();
        return "nothing is known of '" + value + "' here"
                + (bare && value.equals("it") ? "; a test stands in braces: { it." + name + " … }" : "");
    }
}
