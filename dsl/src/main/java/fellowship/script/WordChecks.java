package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        addStaticTypeError(missing(block.orElse(receiver), block.isPresent(), name, types, call), at);
        return goOn;
    }

    private String missing(ClassNode receiver, boolean inBlock, String name, ClassNode[] types, MethodCall call) {
        if (name.equals("call")
                && call instanceof MethodCallExpression written
                && written.getObjectExpression() instanceof VariableExpression variable) {
            return "'" + variable.getName() + "' is a variable of this script, so it is not the word "
                    + variable.getName() + " here; rename the variable";
        }
        Optional<Class<?>> language = Scope.language(receiver);
        Set<String> known = language.map(Vocabulary::words).orElseGet(() -> Scope.methods(receiver));
        boolean topLevel = Vocabulary.words(WorkflowSpec.class).contains(name);
        if (known.contains(name)) {
            String forms =
                    language
                            .map(type -> Vocabulary.forms(name, type))
                            .orElseGet(() -> Scope.forms(receiver, name))
                            .stream()
                            .collect(Collectors.joining(" or "));
            return "'" + name + "' does not take " + given(types) + "; write " + forms;
        }
        if (inBlock && topLevel) {
            return "'" + name + "' belongs at the top of the script, not in "
                    + language.map(Vocabulary::noun).orElse("this block") + "; put it in a variable first";
        }
        String noun = language.map(Vocabulary::noun).orElseGet(() -> Scope.noun(receiver));
        String elsewhere =
                language.map(type -> Vocabulary.elsewhere(name, type)).orElse("");
        return "no word '" + name + "' in " + noun
                + (elsewhere.isEmpty()
                        ? Nearest.hint(name, known, language.isPresent() ? "there are" : "")
                        : elsewhere);
    }

    private static String given(ClassNode[] types) {
        return types == null || types.length == 0
                ? "nothing"
                : Arrays.stream(types)
                        .map(type -> type == null ? "this" : Vocabulary.kind(type.getName()))
                        .collect(Collectors.joining(" and "));
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        storeType(variable, ClassHelper.OBJECT_TYPE);
        boolean follows = reported.insideMistake();
        reported.add(variable);
        if (follows) {
            return true;
        }
        String name = variable.getName();
        Optional<Class<?>> block = Scope.block(context).flatMap(Scope::language);
        if (block.isPresent() && Vocabulary.words(block.get()).contains(name)) {
            addStaticTypeError(
                    "'" + name + "' is a word of " + Vocabulary.noun(block.get()) + ": write " + name
                            + " VALUE, without =",
                    variable);
            return true;
        }
        Set<String> known = new TreeSet<>(Scope.variables(context));
        List<String> near = Nearest.of(name, known);
        Set<String> words = new TreeSet<>(Vocabulary.words(block.orElse(WorkflowSpec.class)));
        String hint = near.isEmpty() ? Nearest.hint(name, words, "") : Nearest.hint(name, known, "");
        String kind = Character.isUpperCase(name.charAt(0)) ? "type" : "variable";
        addStaticTypeError("no " + kind + " '" + name + "'" + hint, variable);
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
        Set<String> names = Scope.properties(type);
        String name = String.valueOf(property.getPropertyAsString());
        Optional<Class<?>> language = Scope.language(type);
        if (type.getName().equals("java.lang.Object") || type.getName().equals("java.lang.Record")) {
            addStaticTypeError("these reviewers reply with different records, so '" + name + "' is not known here", property);
            return true;
        }
        String message = language.isPresent() && Vocabulary.words(language.get()).contains(name)
                        ? "'" + name + "' is a word of " + Vocabulary.noun(language.get()) + ": write " + name + "(…)"
                        : language.map(Vocabulary::noun).orElseGet(() -> Scope.noun(type)) + " has no '" + name + "'"
                                + Nearest.hint(name, names, "it has");
        addStaticTypeError(message, property.getProperty());
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
