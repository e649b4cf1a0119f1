package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The compiler's sentences and ours. */
final class Rewording {

    private static final List<String> TYPES = List.of(
            "String", "int", "long", "double", "boolean", "Path", "List", "Map", "Integer", "Double", "Boolean");

    private static final Pattern NO_CLASS = Pattern.compile("unable to resolve class (\\S+)[\\s\\S]*");

    private record Rule(Pattern theirs, Function<Matcher, String> ours) {
        static Rule of(String theirs, Function<Matcher, String> ours) {
            return new Rule(Pattern.compile(theirs), ours);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("Argument is a method reference.*", found -> ScriptRules.NO_LAMBDA),
            Rule.of("The spread operator cannot be used.*", found -> ScriptRules.NO_SPREAD),
            Rule.of(
                    "The current scope already contains a variable of the name (\\S+)",
                    found -> "the variable '" + found.group(1) + "' is declared already"),
            Rule.of(
                    "Invalid duplicate class definition of class (\\S+)[\\s\\S]*",
                    found -> "there is another type named " + found.group(1) + " in this script"),
            Rule.of(
                    "Duplicated parameter '(\\w+)' found\\.",
                    found -> "there is another '" + found.group(1) + "' in this list"),
            Rule.of(
                    "Cannot resolve dynamic method name at compile time",
                    found -> "a name that is in a variable cannot be checked; write the name itself"),
            Rule.of(
                    "unexpected named arg: (\\S+)",
                    found -> "no argument '" + found.group(1) + ":' here"
                            + Hint.near(found.group(1), Vocabulary.namedArguments())),
            Rule.of(
                    "argument for named param '(\\w+)' has type '([^']+)' but expected '([^']+)'\\.",
                    found -> "'" + found.group(1) + ":' takes "
                            + takes(found.group(3), found.group(2))
                                    .replace("named arguments,", "a map such as [poor: 1, good: 2],")),
            Rule.of(
                    "Cannot assign value of type (\\S+) to variable of type (\\S+)",
                    found -> "a variable of type " + Vocabulary.shortName(found.group(2)) + " takes "
                            + takes(found.group(2), found.group(1))),
            Rule.of(
                    "Cannot call (?:<.*> )?(?:script|fellowship\\.dsl\\.(\\w+))#(\\w+)\\(.*\\) with arguments \\[.*]",
                    found -> "'" + found.group(2) + "' does not take these values; write "
                            + String.join(" or ", Vocabulary.forms(found.group(2), found.group(1)))),
            Rule.of(
                    "Cannot call (?:<.*> )?([\\w.]+)#compareTo\\([^,]+\\) with arguments \\[([^,]+)]",
                    found -> Vocabulary.kind(found.group(1)) + " cannot be compared with "
                            + Vocabulary.kind(found.group(2))),
            Rule.of(
                    "Cannot call (?:<.*> )?([\\w.]+)#(\\w+)\\(([^,]+)\\) with arguments \\[([^,]+)]",
                    found -> "'" + found.group(2) + "' of " + Vocabulary.kind(found.group(1)) + " takes "
                            + takes(found.group(3), found.group(4))),
            Rule.of(
                    "Incorrect number of parameters\\. Expected (\\d+) but found (\\d+)",
                    found -> "this closure takes " + found.group(1) + " value, the row, but names " + found.group(2)),
            Rule.of(
                    "Cannot return value of type (.+) for closure expecting java\\.lang\\.Boolean",
                    found -> "this closure must say true or false, but gives " + Vocabulary.kind(found.group(1))),
            Rule.of(
                    "Cannot return value of type (.+) for (?:closure expecting|method returning) (.+)",
                    found -> "this must give " + Vocabulary.kind(found.group(2)) + ", but gives "
                            + Vocabulary.kind(found.group(1))));

    private Rewording() {}

    /** The message alone: without its origin and the place, which is told apart. */
    static String bare(String original) {
        return original.replaceFirst("^\\[Static type checking] - ", "")
                .replaceFirst(" @ line \\d+, column \\d+\\.?\\s*$", "")
                .strip();
    }

    /** Whether it comes from a mistake that is told already: a value of which no type is known. */
    static boolean follows(String message) {
        return message.contains("has type 'java.lang.Object' but expected")
                || message.startsWith("Target method for method call expression hasn't been set")
                || message.startsWith("Cannot return value of type java.lang.Object for");
    }

    /** @param types the script's own types */
    static String of(String message, List<String> types) {
        Matcher noClass = NO_CLASS.matcher(message);
        if (noClass.matches()) {
            return noType(noClass.group(1), types);
        }
        return RULES.stream()
                .flatMap(rule -> Stream.of(rule.theirs.matcher(message))
                        .filter(Matcher::matches)
                        .map(rule.ours))
                .findFirst()
                .orElse(message);
    }

    private static String noType(String name, List<String> types) {
        return Vocabulary.words(WorkflowSpec.class).contains(name)
                ? "'" + name + "' is a word of a script; a value follows it without ="
                : "no type '" + name + "'"
                        + Hint.near(
                                name,
                                Stream.concat(TYPES.stream(), types.stream()).toList());
    }

    private static String takes(String wanted, String given) {
        return Vocabulary.kind(wanted) + ", not " + Vocabulary.kind(given);
    }
}
