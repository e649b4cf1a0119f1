package fellowship.stats;

/** What the differences between values mean: Stevens' levels of measurement, by the word that says so. */
public enum Dimension {
    /** Equal or not: win, tie, lose. */
    NOMINAL,
    /** An order: bad, fair, good. */
    ORDINAL,
    /** Equal steps: points on a scale. */
    INTERVAL,
    /** Equal steps and a true zero: counts, lengths; no value is below 0. */
    RATIO
}
