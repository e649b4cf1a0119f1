package fellowship.dsl;

import fellowship.row.Verdict;
import java.util.Locale;

/**
 * A row with a verdict, as a script's closures see it: {@code !it.tie && it.margin >= 2}.
 *
 * @param <T> the record that was read
 */
public final class Judged<T> {

    private final T item;
    private final Verdict verdict;

    public Judged(T item, Verdict verdict) {
        this.item = item;
        this.verdict = verdict;
    }

    /** The row that was judged. */
    public T getItem() {
        return item;
    }

    /** Whether the candidates are equal. */
    public boolean isTie() {
        return verdict.tie();
    }

    /** Whether one of the two won. */
    public boolean isDecided() {
        return verdict.decided();
    }

    /** How it ended: {@code first}, {@code second}, {@code tie} or {@code undecided}. */
    public String getOutcome() {
        return verdict.outcome().name().toLowerCase(Locale.ROOT);
    }

    /**
     * The better text.
     *
     * @throws IllegalStateException when nobody won
     */
    public String getWinner() {
        return verdict.winner().text();
    }

    /**
     * The other text.
     *
     * @throws IllegalStateException when nobody won
     */
    public String getLoser() {
        return verdict.loser().text();
    }

    /** By how much, on the judge's scale, 0 or more. */
    public double getMargin() {
        return verdict.margin();
    }

    /** Whether the judge's two orders disagreed on the winner. */
    public boolean isFlipped() {
        return verdict.flipped();
    }
}
