package fellowship.dsl;

import fellowship.chat.Message;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One judgment, as a script's closures see it: {@code it.judgments.findAll { said -> said.outcome == 'first' }}. What a judge
 * was asked and what it replied are training data for judges.
 */
public final class JudgmentView {

    private final Judgment judgment;

    public JudgmentView(Judgment judgment) {
        this.judgment = judgment;
    }

    /** Whose it is: a judge's name, {@code judge as persona}, or what a measure is called. */
    public String getAnnotator() {
        return judgment.annotator();
    }

    /** Whether it could be read. */
    public boolean isReadable() {
        return judgment.readable();
    }

    /**
     * Who should win, in the row's order: {@code first}, {@code second} or {@code tie}; {@code undecided} where it says
     * nothing of two candidates.
     */
    public String getOutcome() {
        Outcome outcome = Outcome.UNDECIDED;
        if (judgment.opinion() instanceof Judgment.Choice choice) {
            outcome = choice.outcome();
        } else if (judgment.opinion() instanceof Judgment.Scores scores) {
            int first = Double.compare(scores.first(), scores.second());
            outcome = first > 0 ? Outcome.FIRST : first < 0 ? Outcome.SECOND : Outcome.TIE;
        }
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it gave a draft a score of its own. */
    public boolean isScored() {
        return judgment.opinion() instanceof Judgment.Score;
    }

    /**
     * The score it gave a draft.
     *
     * @throws IllegalStateException when it gave none
     */
    public double getScore() {
        if (judgment.opinion() instanceof Judgment.Score score) {
            return score.value();
        }
        throw new IllegalStateException(judgment.annotator() + " gave no score of one draft; ask for 'scored' first");
    }

    /** The steps it went through, where it verified a draft; else none. */
    public List<StepView> getSteps() {
        return judgment.opinion() instanceof Judgment.Steps steps
                ? steps.steps().stream().map(StepView::new).toList()
                : List.of();
    }

    /** Whether it saw the second candidate first. */
    public boolean isSwapped() {
        return judgment.swapped();
    }

    /** Which sample of the question it is, from 0. */
    public int getSample() {
        return judgment.sample();
    }

    /** Its reasons, empty when it gave none. */
    public String getRationale() {
        return judgment.rationale();
    }

    /** Whether it says how sure it is. */
    public boolean isCertain() {
        return judgment.certainty().isPresent();
    }

    /**
     * How sure it says it is, from 0 to 1.
     *
     * @throws IllegalStateException when it does not say
     */
    public double getCertainty() {
        return judgment.certainty()
                .orElseThrow(() -> new IllegalStateException(
                        judgment.annotator() + " did not say how sure it is; ask for 'certain' first"));
    }

    /** What the judge was asked last, system prompt and all, as text; empty for a measure or a person. */
    public String getQuestion() {
        return judgment.reply()
                .map(reply -> reply.asked().stream().map(Message::text).collect(Collectors.joining("\n\n")))
                .orElse("");
    }

    /** What it replied, word for word; empty for a measure or a person. */
    public String getReply() {
        return judgment.reply().map(Reply::completion).map(said -> said.text()).orElse("");
    }
}
