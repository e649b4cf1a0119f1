package fellowship.model;

import java.util.List;

/** The models of a run cannot be used as they are configured. Found before the first call, all of it at once. */
public final class ModelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    private final boolean credentials;

    /** @param credentials whether nothing but keys is missing */
    public ModelsException(List<String> problems, boolean credentials) {
        super(String.join("\n", problems));
        this.credentials = credentials;
        this.problems = List.copyOf(problems);
    }

    /** Whether nothing but keys is missing. */
    public boolean credentials() {
        return credentials;
    }

    /** What is wrong and what to do about it, one sentence or two each. */
    public List<String> problems() {
        return problems;
    }
}
