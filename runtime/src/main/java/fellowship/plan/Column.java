package fellowship.plan;

/**
 * One column of a row.
 *
 * @param name as it stands in the file and in prompts
 * @param kind what it holds
 */
public record Column(String name, Kind kind) {

    /** The kinds of values that a column may hold. {@link #ANY} takes whatever stands in the file. */
    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        YES_NO,
        LIST,
        MAP,
        ANY
    }
}
