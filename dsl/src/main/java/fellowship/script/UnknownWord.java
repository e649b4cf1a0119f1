package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** What to say of a word that is not known where it stands, or not with these values. */
final class UnknownWord {

    private UnknownWord() {}

    /**
     * The message.
     *
     * @param receiver what the word was said to
     * @param inBlock whether that is the block around it
     * @param types of the values after it
     */
    static String message(ClassNode receiver, boolean inBlock, String name, ClassNode[] types, MethodCall call) {
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
            return Scope.noun(receiver) + " has no '" + name + "()'" + Hint.near(name, known);
        }
        if (Vocabulary.functions().contains(name)) {
            return "the function '" + name + "' " + given(types) + "; docs/words.md has its form";
        }
        String noun = Vocabulary.noun(language.get());
        String near = language.get() == WorkflowSpec.class ? Hint.near(name, Vocabulary.functions()) : "";
        if (Hint.near(name, known).isEmpty() && !near.isEmpty()) {
            return "no word '" + name + "' in " + noun + near;
        }
        String elsewhere =
                language.map(type -> Vocabulary.elsewhere(name, type)).orElse("");
        return "no word '" + name + "' in " + noun
                + (elsewhere.isEmpty() ? Hint.nearOrAll(name, known, "there are") : elsewhere);
    }

    /** {@code agent 'writer' { … }} is read as a call of something named {@code 'writer'}. */
    private static Optional<String> quoted(MethodCall call) {
        if (!(call instanceof MethodCallExpression written)) {
            return Optional.empty();
        }
        Expression word =
                "call".equals(written.getMethodAsString()) ? written.getObjectExpression() : written.getMethod();
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
}
