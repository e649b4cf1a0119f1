package fellowship.plan;

/** Which drafts, ordered by score, to pair. The names are the words of scripts. */
public enum Ranks {
    /** Each with the next lower one. */
    adjacent,
    /** Each with every lower one. */
    all
}
