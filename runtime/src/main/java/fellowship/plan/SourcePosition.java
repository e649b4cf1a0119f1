package fellowship.plan;

/**
 * A place in a script.
 *
 * @param file as the user named it
 * @param line from 1; 0 when only the file is known
 * @param column from 1; 0 when only the line is known
 */
public record SourcePosition(String file, int line, int column) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
