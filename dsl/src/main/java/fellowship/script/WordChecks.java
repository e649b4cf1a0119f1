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
        Optional<String> quoted = quoted(call);
        if (quoted.isPresent()) {
            return "the name stands in parentheses, then the block: ('" + quoted.get() + "') { … }";
        }
        if (name.equals("call")
                && call instanceof MethodCallExpression written
                && written.getObjectExpression() instanceof VariableExpression variable) {
            return "'" + variable.getName() + "' is a variable of this script, so it is not the word "
                    + variable.getName() + " here; rename the variable";
        }
        if (receiver.getName().equals("void")) {
            return "nothing comes after 'into'; put the rows in a variable first";
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
            return "'" + name + "' " + given(types) + "; write " + forms;
        }
        if (inBlock && topLevel) {
            return "'" + name + "' belongs at the top of the script, not in "
                    + language.map(Vocabulary::noun).orElse("this block") + "; put it in a variable first";
        }
        if (language.isEmpty()) {
            known.addAll(Scope.properties(receiver));
            return Scope.noun(receiver) + " has no '" + name + "()'" + Nearest.hint(name, known, "");
        }
        String noun = Vocabulary.noun(language.get());
        String elsewhere =
                language.map(type -> Vocabulary.elsewhere(name, type)).orElse("");
        return "no word '" + name + "' in " + noun
                + (elsewhere.isEmpty() ? Nearest.hint(name, known, "there are") : elsewhere);
    }

    /** {@code agent 'writer' { … }} is read as a call of something named {@code 'writer'}. */
    private static Optional<String> quoted(MethodCall call) {
        if (!(call instanceof MethodCallExpression written)) {
            return Optional.empty();
        }
        Expression word =
                written.getMethodAsString().equals("call") ? written.getObjectExpression() : written.getMethod();
        boolean quotes = word.getLastColumnNumber() - word.getColumnNumber()
                > word.getText().length();
        return quotes ? Optional.of(word.getText()) : Optional.empty();
    }

    private static String given(ClassNode[] types) {
        if (types == null || types.length == 0) {
            return "needs a value";
        }
        return Arrays.stream(types)
                .map(type -> type == null ? "this" : type.isEnum() ? "a constant" : Vocabulary.kind(type.getName()))
                .collect(Collectors.joining(" and ", "does not take ", ""));
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
        if (Scope.row(context).map(Scope::properties).orElse(Set.of()).contains(name)) {
            addStaticTypeError("no variable '" + name + "'; did you mean it." + name + "?", variable);
            return true;
        }
        if (Vocabulary.words(WorkflowSpec.class).contains(name)) {
            addStaticTypeError(
                    "'" + name + "' is a word of a script: write " + name + "(…), with parentheses", variable);
            return true;
        }
        Set<String> known = new TreeSet<>(Scope.variables(context));
        List<String> near = Nearest.of(name, known);
        Set<String> words = new TreeSet<>(Vocabulary.words(block.orElse(WorkflowSpec.class)));
        String hint = near.isEmpty() ? Nearest.hint(name, words, "") : Nearest.hint(name, known, "");
        String kind = Character.isUpperCase(name.charAt(0)) ? "type" : "variable";
        boolean assigned = context.getEnclosingBinaryExpression() != null
                && context.getEnclosingBinaryExpression().getLeftExpression() == variable
                && context.getEnclosingBinaryExpression()
                        .getOperation()
                        .getText()
                        .equals("=");
        String declare = hint.isEmpty() && assigned ? "; declare it: def " + name + " = …" : "";
        addStaticTypeError("no " + kind + " '" + name + "'" + hint + declare, variable);
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
            addStaticTypeError(unknown(property.getObjectExpression().getText(), name), property);
            return true;
        }
        String message =
                language.isPresent() && Vocabulary.words(language.get()).contains(name)
                        ? "'" + name + "' is a word of " + Vocabulary.noun(language.get()) + ": write " + name + "(…)"
                        : language.map(Vocabulary::noun).orElseGet(() -> Scope.noun(type)) + " has no '" + name + "'"
                                + hint(type, name, names);
        addStaticTypeError(message, property.getProperty());
        return true;
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
        return Nearest.hint(name, names, type.getName().startsWith("java.") ? "" : "it has");
    }

    /** What is wrong with a property of a value that nothing is known of. */
    private String unknown(String value, String name) {
        if (Scope.row(context).isPresent()) {
            return "these reviewers reply with different records, so '" + name + "' is not known here";
        }
        boolean bare =
                context.getEnclosingClosure() == null || Scope.block(context).isPresent();
        return "nothing is known of '" + value + "' here"
                + (bare && value.equals("it") ? "; a test stands in braces: { it." + name + " … }" : "");
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
