package fellowship.plan;

/** Which drafts to pair. The names are the words of scripts. */
public enum Ranks {
    /** Ordered by score, each with the next lower one. */
    adjacent,
    /** Ordered by score, each with every lower one. */
    all,
    /** Each revision with the draft it was made from, the revision being the better one; also without scores. */
    revised
}
