package fellowship.dsl;

import fellowship.row.Draft;

/**
 * One draft with the row it answers, as the closure of {@code measure} sees it: {@code it.text}, {@code it.task.prompt}.
 *
 * @param <T> the record that was read
 */
public final class DraftOf<T> extends DraftView {

    private final T task;

    public DraftOf(T task, Draft draft) {
        super(draft);
        this.task = task;
    }

    /** The row that the draft answers. */
    public T getTask() {
        return task;
    }
}
