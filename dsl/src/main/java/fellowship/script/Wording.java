package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says the compiler's mistakes in the words of the language. */
final class Wording {

    private static final List<String> TYPES = List.of(
            "String", "int", "long", "double", "boolean", "Path", "List", "Map", "Integer", "Double", "Boolean");

    private static final Pattern NO_CLASS = Pattern.compile("unable to resolve class (\\S+)[\\s\\S]*");
    private static final Pattern TWICE =
            Pattern.compile("The current scope already contains a variable of the name (\\S+)");
    private static final Pattern NO_NAMED = Pattern.compile("unexpected named arg: (\\S+)");
    private static final Pattern NAMED_TYPE =
            Pattern.compile("argument for named param '(\\w+)' has type '([^']+)' but expected '([^']+)'\\.");
    private static final Pattern RETURNS =
            Pattern.compile("Cannot return value of type (.+) for closure expecting (.+)");

    private static final Pattern ASSIGNED =
            Pattern.compile("Cannot assign value of type (\\S+) to variable of type (\\S+)");
    private static final Pattern CALLED =
            Pattern.compile("Cannot call (?:<.*> )?([\\w.]+)#(\\w+)\\(([^,]+)\\) with arguments \\[([^,]+)]");
    private static final Pattern NAMES =
            Pattern.compile("Incorrect number of parameters\\. Expected (\\d+) but found (\\d+)");

    private final ScriptText text;
    private final Problems problems;

    Wording(ScriptText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** @param types the script's own types */
    void tell(MultipleCompilationErrorsException errors, List<String> types) {
        Collection<? extends Message> found = errors.getErrorCollector().getErrors();
        for (Message message : found) {
            if (message instanceof SyntaxErrorMessage syntax) {
                SyntaxException cause = syntax.getCause();
                if (found.size() > 1 && follows(cause.getOriginalMessage())) {
                    continue;
                }
                Optional<Brackets.Unclosed> unclosed =
                        cause.getOriginalMessage().startsWith("Unexpected input")
                                ? Brackets.find(String.join("\n", text.lines()))
                                : Optional.empty();
                if (unclosed.isPresent()) {
                    problems.error(
                            text.at(unclosed.get().line(), unclosed.get().column()),
                            "this " + unclosed.get().bracket() + " is never closed");
                    continue;
                }
                problems.error(
                        text.at(cause.getLine(), cause.getStartColumn()), reword(cause.getOriginalMessage(), types));
            } else if (message instanceof ExceptionMessage failed) {
                problems.error(text.at(0, 0), "the script cannot be compiled: " + failed.getCause());
            }
        }
    }

    /** A value whose type is not known comes from a mistake that is told already. */
    private static boolean follows(String original) {
        return original.contains("has type 'java.lang.Object' but expected")
                || original.contains("Cannot return value of type java.lang.Object for closure");
    }

    private static String reword(String original, List<String> types) {
        String message = original.replaceFirst("^\\[Static type checking] - ", "")
                .replaceFirst(" @ line \\d+, column \\d+\\.?\\s*$", "")
                .strip();
        Matcher noClass = NO_CLASS.matcher(message);
        if (noClass.matches()) {
            if (Vocabulary.words(WorkflowSpec.class).contains(noClass.group(1))) {
                return "'" + noClass.group(1) + "' is a word of a script; a value follows it without =";
            }
            List<String> known = new ArrayList<>(TYPES);
            known.addAll(types);
            return "no type '" + noClass.group(1) + "'" + Nearest.hint(noClass.group(1), known, "");
        }
        if (message.startsWith("Unexpected character: '\\''") || message.startsWith("Unexpected character: '\"'")) {
            return "this text has no closing quote";
        }
        if (message.startsWith("Argument is a method reference")) {
            return ScriptRules.NO_LAMBDA;
        }
        Matcher twice = TWICE.matcher(message);
        if (twice.matches()) {
            return "the variable '" + twice.group(1) + "' is declared already";
        }
        Matcher noNamed = NO_NAMED.matcher(message);
        if (noNamed.matches()) {
            return "no argument '" + noNamed.group(1) + ":' here"
                    + Nearest.hint(noNamed.group(1), Vocabulary.namedArguments(), "");
        }
        Matcher type = NAMED_TYPE.matcher(message);
        if (type.matches()) {
            return "'" + type.group(1) + ":' takes " + Vocabulary.kind(type.group(3)) + ", not "
                    + Vocabulary.kind(type.group(2));
        }
        Matcher assigned = ASSIGNED.matcher(message);
        if (assigned.matches()) {
            return "a variable of type " + Vocabulary.shortName(assigned.group(2)) + " takes "
                    + Vocabulary.kind(assigned.group(2)) + ", not " + Vocabulary.kind(assigned.group(1));
        }
        Matcher called = CALLED.matcher(message);
        if (called.matches()) {
            return called.group(2).equals("compareTo")
                    ? Vocabulary.kind(called.group(1)) + " cannot be compared with " + Vocabulary.kind(called.group(4))
                    : "'" + called.group(2) + "' of " + Vocabulary.kind(called.group(1)) + " takes "
                            + Vocabulary.kind(called.group(3)) + ", not " + Vocabulary.kind(called.group(4));
        }
        Matcher names = NAMES.matcher(message);
        if (names.matches()) {
            return "this closure takes " + names.group(1) + " value, the row, but names " + names.group(2);
        }
        Matcher returns = RETURNS.matcher(message);
        if (returns.matches()) {
            String wanted = Vocabulary.shortName(returns.group(2));
            String given = Vocabulary.shortName(returns.group(1));
            return wanted.equals("Boolean")
                    ? "this closure must say true or false, but gives " + Vocabulary.kind(given)
                    : "this closure must give a " + wanted + ", but gives " + Vocabulary.kind(given);
        }
        return message;
    }
}
