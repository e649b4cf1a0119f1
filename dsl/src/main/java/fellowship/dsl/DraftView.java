package fellowship.dsl;

import fellowship.row.Draft;
import fellowship.row.Judgment;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One draft, as a script's closures see it: {@code it.best.text}. */
public sealed class DraftView permits DraftOf {

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

    /** What reviewers said of it. */
    public List<CritiqueView> getCritiques() {
        return draft.critiques().stream().map(CritiqueView::new).toList();
    }

    /** What judges and measures said of it on its own. */
    public List<JudgmentView> getJudgments() {
        return draft.judgments().stream().map(JudgmentView::new).toList();
    }

    /** Whether a judge went through its steps and could be read. */
    public boolean isVerified() {
        return steps().findAny().isPresent();
    }

    /**
     * Whether every judge that went through its steps found all of them right.
     *
     * @throws IllegalStateException when nobody did
     */
    public boolean isSound() {
        return verified().allMatch(steps -> steps.firstError().isEmpty());
    }

    /**
     * The number of the first wrong step, from 1.
     *
     * @throws IllegalStateException when nobody went through the steps, or all are right
     */
    public int getFirstError() {
        return verified()
                .flatMapToInt(steps -> steps.firstError().stream())
                .min()
                .orElseThrow(() -> new IllegalStateException(
                        "all steps of draft " + draft.id() + " are right; ask for 'sound' first"));
    }

    private Stream<Judgment.Steps> verified() {
        if (!isVerified()) {
            throw new IllegalStateException(
                    "nobody verified the steps of draft " + draft.id() + "; ask for 'verified' first");
        }
        return steps();
    }

    private Stream<Judgment.Steps> steps() {
        return draft.judgments().stream()
                .map(Judgment::opinion)
                .filter(Judgment.Steps.class::isInstance)
                .map(Judgment.Steps.class::cast);
    }

    @Override
    public String toString() {
        return draft.text();
    }
}
