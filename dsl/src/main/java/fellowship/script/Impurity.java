package fellowship.script;

import java.util.Optional;
import java.util.Set;

/** What makes a function of a row depend on more than the row. */
final class Impurity {

    private static final String CLOCK = "a clock says something else in every run";
    private static final String RANDOM = "a random value is another one in every run";
    private static final String FILE = "a file may change between runs";
    private static final String NETWORK = "the network may change between runs";
    private static final String ENVIRONMENT = "the environment is another one on another machine";
    private static final String EFFECT = "this does something besides giving a value";

    private static final Set<String> RANDOM_TYPES = Set.of(
            "java.util.Random",
            "java.security.SecureRandom",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom");
    private static final Set<String> CLOCK_TYPES = Set.of("java.time.Clock", "java.util.Calendar");
    private static final Set<String> EFFECT_TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "org.codehaus.groovy.runtime.ProcessGroovyMethods");
    private static final Set<String> FILE_METHODS = Set.of(
            "org.codehaus.groovy.runtime.ResourceGroovyMethods",
            "org.apache.groovy.nio.extensions.NioExtensions",
            "org.codehaus.groovy.runtime.IOGroovyMethods");

    /** What closures may use of the language itself. */
    static final String VALUES = "fellowship\\.dsl\\.("
            + "Drafts|DraftView|DraftOf|CritiqueView|JudgmentView|StepView|Judged|VoteView|Pair|Label|Values)";

    private Impurity() {}

    /** Why a value of this type may not be used, if it may not. */
    static Optional<String> of(String type) {
        if (type.startsWith("java.io.") && !type.equals("java.io.Serializable")
                || type.startsWith("java.nio.file.") && !type.equals("java.nio.file.Path")
                || type.startsWith("java.nio.channels.")
                || FILE_METHODS.contains(type)) {
            return Optional.of(FILE);
        }
        if (type.startsWith("java.net.")) {
            return Optional.of(NETWORK);
        }
        if (RANDOM_TYPES.contains(type)) {
            return Optional.of(RANDOM);
        }
        if (CLOCK_TYPES.contains(type)) {
            return Optional.of(CLOCK);
        }
        return EFFECT_TYPES.contains(type) ? Optional.of(EFFECT) : Optional.empty();
    }

    /** Why this method may not be called, if it may not; {@code new} is the constructor. */
    static Optional<String> of(String type, String method) {
        if (type.equals("java.lang.System")) {
            return Optional.of(method.equals("currentTimeMillis") || method.equals("nanoTime") ? CLOCK : ENVIRONMENT);
        }
        if (type.startsWith("java.time.") && method.equals("now")
                || type.equals("java.util.Date") && method.equals("new")) {
            return Optional.of(CLOCK);
        }
        if (method.equals("random") && (type.equals("java.lang.Math") || type.equals("java.lang.StrictMath"))
                || method.equals("randomUUID")
                || method.equals("shuffle")
                || method.equals("shuffled")) {
            return Optional.of(RANDOM);
        }
        if (type.equals("java.nio.file.Path")
                && Set.of("toFile", "toRealPath", "toAbsolutePath").contains(method)) {
            return Optional.of(FILE);
        }
        if (Set.of("println", "print", "printf", "sleep", "evaluate").contains(method)) {
            return Optional.of(EFFECT);
        }
        if (type.startsWith("fellowship.") && !type.matches(VALUES)) {
            return Optional.of("'" + method + "' is a word of the script");
        }
        return of(type);
    }
}
