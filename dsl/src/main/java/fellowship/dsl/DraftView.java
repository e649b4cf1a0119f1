package fellowship.dsl;

import fellowship.row.Draft;
import java.util.OptionalDouble;

/** One draft, as a script's closures see it: {@code it.best.text}. */
public final class DraftView {

    private final Draft draft;

    public DraftView(Draft draft) {
        this.draft = draft;
    }

    /** The answer. */
    public String getText() {
        return draft.text();
    }

    /** The model that wrote it, or {@code input}. */
    public String getModel() {
        return draft.model();
    }

    /** The agent that wrote it, or {@code input}. */
    public String getAgent() {
        return draft.reply().map(reply -> reply.agent()).orElse("input");
    }

    /** Whether anybody gave it a readable score. */
    public boolean isScored() {
        return draft.score().isPresent();
    }

    /**
     * The mean of the judges' scores, else of the reviewers' scores.
     *
     * @throws IllegalStateException when nobody gave a readable one
     */
    public double getScore() {
        OptionalDouble score = draft.score();
        if (score.isEmpty()) {
            throw new IllegalStateException("draft " + draft.id() + " has no score; ask for 'scored' first");
        }
        return score.getAsDouble();
    }

    @Override
    public String toString() {
        return draft.text();
    }
}
