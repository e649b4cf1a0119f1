package fellowship.cli.agree;

import java.util.List;

/** A table or a question that makes no sense: what is wrong, where, and what to do, line by line. */
public final class AgreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean usage;
    private final transient List<String> lines;

    private AgreeException(boolean usage, List<String> lines) {
        super(String.join("\n", lines));
        this.usage = usage;
        this.lines = List.copyOf(lines);
    }

    /** The command line asks for what cannot be. */
    static AgreeException usage(String line) {
        return new AgreeException(true, List.of(line));
    }

    /** The table holds what cannot be. */
    static AgreeException data(List<String> lines) {
        return new AgreeException(false, lines);
    }

    static AgreeException data(String line) {
        return data(List.of(line));
    }

    /** Whether the command line is to blame, not the table. */
    public boolean usage() {
        return usage;
    }

    public List<String> lines() {
        return lines;
    }
}
