package fellowship.script;

import fellowship.plan.SourcePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that a script has given; each stands once. */
final class TakenNames {

    private static final Pattern OUTPUT = Pattern.compile("[A-Za-z0-9_-]+");

    private final Problems problems;
    private final Map<String, SourcePosition> names = new HashMap<>();
    private final Map<String, SourcePosition> outputs = new HashMap<>();

    TakenNames(Problems problems) {
        this.problems = problems;
    }

    /** Of agents and annotators. */
    void declare(String kind, String name, SourcePosition at) {
        if (name.isBlank()) {
            problems.error(at, (kind.startsWith("a") ? "an " : "a ") + kind + " needs a name");
        }
        SourcePosition before = names.putIfAbsent(name, at);
        if (before != null) {
            problems.error(
                    at, "the name '" + name + "' is taken" + line(before) + "; each agent and judge has its own");
        }
    }

    /** Of data sets and agreements, which are folders of one run. */
    void folder(String kind, String name, SourcePosition at) {
        if (!OUTPUT.matcher(name).matches()) {
            problems.error(
                    at,
                    (kind.startsWith("a") ? "an " : "a ") + kind + "'s name has letters, digits, _ and - only, was '"
                            + name + "'; it is a folder of the run");
        }
        SourcePosition before = outputs.putIfAbsent(name, at);
        if (before != null) {
            problems.error(
                    at,
                    "the " + kind + " '" + name + "' is already written" + line(before)
                            + "; give this one another name");
        }
    }

    private static String line(SourcePosition at) {
        return at.line() > 0 ? " in line " + at.line() : "";
    }
}
