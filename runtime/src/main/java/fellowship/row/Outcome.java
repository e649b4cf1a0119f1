package fellowship.row;

/** How a comparison of two candidates ended. A tie is a finding; undecided is the lack of one. */
public enum Outcome {
    FIRST,
    SECOND,
    /** The judge says they are equal, or its two orders disagree. */
    TIE,
    /** Too few readable judgments to say anything. */
    UNDECIDED;

    /** The same outcome with the two candidates exchanged. */
    public Outcome swapped() {
        return switch (this) {
            case FIRST -> SECOND;
            case SECOND -> FIRST;
            case TIE, UNDECIDED -> this;
        };
    }
}
