package fellowship.dsl;

import fellowship.row.Draft;
import java.util.Comparator;
import java.util.List;

/**
 * A row with drafts, as a script's closures see it: {@code it.task.prompt}, {@code it.best.text}, {@code it.score}.
 *
 * @param <T> the record that was read
 */
public final class Drafts<T> {

    private final T task;
    private final List<Draft> drafts;

    public Drafts(T task, List<Draft> drafts) {
        this.task = task;
        this.drafts = List.copyOf(drafts);
    }

    /** The row that the drafts answer. */
    public T getTask() {
        return task;
    }

    /** All drafts in the order they were written. */
    public List<DraftView> getDrafts() {
        return drafts.stream().map(DraftView::new).toList();
    }

    /** How many drafts there are. */
    public int getCount() {
        return drafts.size();
    }

    /** How many rounds of review there were. */
    public int getRounds() {
        return (int)
                drafts.stream().filter(draft -> !draft.critiques().isEmpty()).count();
    }

    /** The draft that was written first. */
    public DraftView getFirst() {
        return new DraftView(written().get(0));
    }

    /** The draft that was written last. */
    public DraftView getLast() {
        return new DraftView(written().get(drafts.size() - 1));
    }

    /**
     * The draft with the highest score; of equals the first.
     *
     * @throws IllegalStateException when no draft has a score
     */
    public DraftView getBest() {
        return new DraftView(scored().stream()
                .min(Comparator.comparingDouble(draft -> -draft.score().orElseThrow()))
                .orElseThrow());
    }

    /**
     * The draft with the lowest score; of equals the first.
     *
     * @throws IllegalStateException when no draft has a score
     */
    public DraftView getWorst() {
        return new DraftView(scored().stream()
                .min(Comparator.comparingDouble(draft -> draft.score().orElseThrow()))
                .orElseThrow());
    }

    /** Whether any draft has a score. */
    public boolean isScored() {
        return drafts.stream().anyMatch(draft -> draft.score().isPresent());
    }

    /**
     * The score of the best draft.
     *
     * @throws IllegalStateException when no draft has a score
     */
    public double getScore() {
        return getBest().getScore();
    }

    private List<Draft> written() {
        if (drafts.isEmpty()) {
            throw new IllegalStateException("this row has no drafts");
        }
        return drafts;
    }

    private List<Draft> scored() {
        List<Draft> scored =
                drafts.stream().filter(draft -> draft.score().isPresent()).toList();
        if (scored.isEmpty()) {
            throw new IllegalStateException("no draft of this row has a score; ask for 'scored' first");
        }
        return scored;
    }
}
