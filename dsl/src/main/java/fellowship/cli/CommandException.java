package fellowship.cli;

import java.util.List;

/** A command that cannot go on: what to tell, line by line, and what to exit with. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient List<String> lines;

    CommandException(int code, List<String> lines) {
        super(String.join("\n", lines));
        this.code = code;
        this.lines = List.copyOf(lines);
    }

    CommandException(int code, String line) {
        this(code, List.of(line));
    }

    int code() {
        return code;
    }

    List<String> lines() {
        return lines;
    }
}
