package fellowship.dsl;

import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.List;
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

    /** Whether an annotator's two orders disagreed on the winner. */
    public boolean isFlipped() {
        return verdict.flipped();
    }

    /** What each judge, juror or seat came to, in the order of the script; first votes before closing ones. */
    public List<VoteView> getVotes() {
        return verdict.votes().stream().map(VoteView::new).toList();
    }

    /** What was said, one by one, in the order it was asked. */
    public List<JudgmentView> getJudgments() {
        return verdict.judgments().stream().map(JudgmentView::new).toList();
    }

    /** The share of readable final votes for the outcome, 0 to 1; 0 when there is none. */
    public double getAgreed() {
        List<Vote> votes = finalVotes();
        return votes.stream()
                .mapToInt(vote -> vote.outcome() == verdict.outcome() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Whether every readable final vote is for the outcome. */
    public boolean isUnanimous() {
        return getAgreed() == 1;
    }

    /** How sure its judgments say they are, on the mean, 0 to 1; 0 when none says: {@code judge … { certainty() }}. */
    public double getCertainty() {
        return verdict.judgments().stream()
                .flatMapToDouble(judgment -> judgment.certainty().stream())
                .average()
                .orElse(0);
    }

    /**
     * The reasons of the first judgment that names the outcome, else of the first with reasons; empty when there are
     * none.
     */
    public String getRationale() {
        List<Judgment> reasoned = verdict.judgments().stream()
                .filter(judgment -> !judgment.rationale().isBlank())
                .toList();
        return reasoned.stream()
                .filter(judgment -> names(judgment.opinion()))
                .findFirst()
                .or(() -> reasoned.stream().findFirst())
                .map(Judgment::rationale)
                .orElse("");
    }

    /** Of a debate, the votes after the talk; each readable. */
    private List<Vote> finalVotes() {
        boolean closed = verdict.votes().stream().anyMatch(vote -> vote.stage() == Vote.Stage.CLOSING);
        return verdict.votes().stream()
                .filter(vote -> !closed || vote.stage() == Vote.Stage.CLOSING)
                .filter(vote -> vote.outcome() != Outcome.UNDECIDED)
                .toList();
    }

    private boolean names(Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Choice choice) {
            return choice.outcome() == verdict.outcome();
        }
        return opinion instanceof Judgment.Scores scores
                && Double.compare(scores.first(), scores.second())
                        == switch (verdict.outcome()) {
                            case FIRST -> 1;
                            case SECOND -> -1;
                            case TIE -> 0;
                            case UNDECIDED -> 2;
                        };
    }
}
