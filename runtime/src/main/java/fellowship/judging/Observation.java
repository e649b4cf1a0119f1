package fellowship.judging;

import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.stats.Position;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one row adds to what is learned from all of them.
 *
 * @param row its id
 * @param votes what each juror came to
 * @param first the model that wrote the first candidate
 * @param second the model that wrote the second one
 * @param entropy how much the single judgments differ (FairEval's balanced position diversity entropy), 0 to ln 3; 0 where
 *     none could be read
 */
public record Observation(String row, List<Vote> votes, String first, String second, double entropy) {

    public Observation {
        votes = List.copyOf(votes);
    }

    static Observation of(String row, Verdict verdict) {
        return new Observation(
                row, verdict.votes(), writer(verdict.first()), writer(verdict.second()), entropy(verdict));
    }

    private static String writer(Draft draft) {
        return draft.reply().map(reply -> reply.model().toString()).orElse("");
    }

    private static double entropy(Verdict verdict) {
        List<Position.Outcome> single = verdict.judgments().stream()
                .filter(Judgment::readable)
                .map(Opinions::lean)
                .filter(OptionalDouble::isPresent)
                .map(lean -> outcome(Opinions.outcome(lean.getAsDouble())))
                .toList();
        return Position.entropy(single).value().orElse(0);
    }

    private static Position.Outcome outcome(Outcome outcome) {
        return outcome == Outcome.FIRST
                ? Position.Outcome.WIN
                : outcome == Outcome.SECOND ? Position.Outcome.LOSE : Position.Outcome.TIE;
    }
}
