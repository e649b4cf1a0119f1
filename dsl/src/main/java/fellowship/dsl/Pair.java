package fellowship.dsl;

import fellowship.row.Preference;

/**
 * A row with a preference, as a script's closures see it: {@code it.chosen.size() > it.rejected.size()}.
 *
 * @param <T> the record that was read
 */
public final class Pair<T> {

    private final T task;
    private final Preference preference;

    public Pair(T task, Preference preference) {
        this.task = task;
        this.preference = preference;
    }

    /** The row that both answer. */
    public T getTask() {
        return task;
    }

    /** The better text. */
    public String getChosen() {
        return preference.chosen().text();
    }

    /** The other text. */
    public String getRejected() {
        return preference.rejected().text();
    }

    /** Whether the two have scores to compare. */
    public boolean isScored() {
        return preference.margin().isPresent();
    }

    /**
     * The difference of the scores, above 0.
     *
     * @throws IllegalStateException when they have none
     */
    public double getMargin() {
        if (preference.margin().isEmpty()) {
            throw new IllegalStateException("this pair has no scores; ask for 'scored' first");
        }
        return preference.margin().getAsDouble();
    }
}
