package fellowship.row;

/**
 * What one member of a comparison came to, over all its orders and samples. A lone judge has one vote too.
 *
 * @param annotator the judge's name, for a seat of a debate {@code judge as persona}
 * @param stage when it was given
 * @param outcome who should win; {@link Outcome#UNDECIDED} when nothing could be read
 * @param margin by how much, on the judge's scale, 0 or more; 1 for a choice without scores, 0 for a tie
 * @param flipped whether its orders named different winners
 */
public record Vote(String annotator, Stage stage, Outcome outcome, double margin, boolean flipped) {

    /** When a vote was given. */
    public enum Stage {
        /** Alone, before any talk. */
        BLIND,
        /** After the talk of a debate. */
        CLOSING
    }
}
