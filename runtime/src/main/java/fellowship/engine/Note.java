package fellowship.engine;

/** What one row adds to what a step decides by all of them. */
public sealed interface Note {

    /** The row's id. */
    String row();

    /** How sure something is, or what was drawn: the lowest are chosen. */
    record Weight(String row, double weight) implements Note {}

    /** A text in short: equal texts have equal keys, alike texts alike signatures. */
    record Print(String row, String key, int[] signature) implements Note {}
}
