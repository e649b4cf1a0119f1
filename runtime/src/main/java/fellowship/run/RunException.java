package fellowship.run;

import java.util.List;

/** A run that could not begin: all that is wrong, at once. Nothing was called and nothing was written. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<String> problems;

    /** What sort of thing is wrong; the command line makes its exit code of it. */
    public enum Kind {
        /** The input files. */
        INPUT,
        /** The configuration: models, prices, limits. */
        CONFIGURATION,
        /** A key is missing or cannot be read. */
        CREDENTIALS,
        /** The run folder is in use. */
        IN_USE,
        /** The run folder cannot be made or written. */
        FOLDER,
        /** The plan. */
        PLAN
    }

    public RunException(Kind kind, List<String> problems) {
        super(String.join("\n", problems));
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> problems() {
        return problems;
    }
}
