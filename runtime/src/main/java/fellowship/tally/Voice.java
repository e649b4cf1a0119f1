package fellowship.tally;

/**
 * Someone whose votes are counted.
 *
 * @param name a judge's, a seat's ({@code judge as persona}), a jury's or a debate's
 * @param kind in what part
 */
public record Voice(String name, Kind kind) {

    /** In what part a voice speaks. */
    public enum Kind {
        /** A judge alone, also as a juror or at a table before the talk. */
        ALONE,
        /** Whoever votes after the talk of a debate. */
        CLOSING,
        /** What a jury or a debate came to. */
        SETTLED
    }

    /** As tables show it. */
    public String label() {
        return kind == Kind.CLOSING ? name + ", after the talk" : name;
    }
}
