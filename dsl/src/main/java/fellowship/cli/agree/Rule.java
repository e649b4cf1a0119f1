package fellowship.cli.agree;

import java.util.Locale;

/** How a jury settles. */
public enum Rule {
    MAJORITY,
    WEIGHTED,
    UNANIMITY,
    MEAN,
    MEDIAN,
    DAWID_SKENE,
    PEER_RANK;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what it settles on is a number of its own, not one of the labels. */
    boolean ofNumbers() {
        return this == MEAN || this == MEDIAN;
    }
}
