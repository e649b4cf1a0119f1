package fellowship.dataset;

import java.util.List;

/** Input that cannot be used as a whole: which file, what is wrong with it, what to do. All that is wrong, at once. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InputException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    InputException(String problem) {
        this(List.of(problem));
    }

    /** One sentence each; at least one. */
    public List<String> problems() {
        return problems;
    }
}
