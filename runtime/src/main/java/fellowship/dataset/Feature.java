package fellowship.dataset;

/**
 * One column of a data set, as its card declares it.
 *
 * @param name the column
 * @param kind what it holds on every line
 */
record Feature(String name, Kind kind) {

    /** Only kinds that no loader has to guess. */
    enum Kind {
        /** A conversation: a list of {@code role} and {@code content}. */
        MESSAGES,
        TEXT,
        WHOLE,
        DECIMAL,
        YES_NO
    }
}
