package fellowship.dsl;

import fellowship.row.Critique;
import java.util.Map;

/** What one reviewer said of one draft, as a script's closures see it: {@code it.first.critiques[0].text}. */
public final class CritiqueView {

    private final Critique critique;

    public CritiqueView(Critique critique) {
        this.critique = critique;
    }

    /** The agent that reviewed. */
    public String getReviewer() {
        return critique.reviewer();
    }

    /** What it said. */
    public String getText() {
        return critique.text();
    }

    /** Whether its reply has a score. */
    public boolean isScored() {
        return critique.score().isPresent();
    }

    /**
     * Its score.
     *
     * @throws IllegalStateException when its reply has none
     */
    public double getScore() {
        return critique.score()
                .orElseThrow(() ->
                        new IllegalStateException(critique.reviewer() + " gave no score; ask for 'scored' first"));
    }

    /** All fields of a typed reply, by name. */
    public Map<String, Object> getFields() {
        return critique.fields();
    }
}
