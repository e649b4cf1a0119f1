package fellowship.plan;

/** What becomes of some of the pairs. The names are the words of scripts. */
public enum Fate {
    /** They are taken out. */
    drop,
    /** They stay as they are. */
    keep,
    /** Chosen and rejected change places. */
    flip,
    /** They stay, and a column {@code p} tells how likely the chosen answer is the better one. */
    soften
}
