package fellowship.tally;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be told of the judges of a run.
 *
 * @param families of models that compared, as far as names tell
 * @param judges and seats, in the order in which they first spoke
 * @param juries in the order of the script
 * @param debates in the order of the script
 * @param lengths what the votes of each voice have to do with length
 * @param writers whom each voice favours
 * @param votes who agrees with whom on pairs
 * @param scores who agrees with whom on scores
 * @param rankings by judge
 * @param steps by judge
 */
public record TallyFigures(
        long families,
        List<JudgeFigures> judges,
        List<JuryFigures> juries,
        List<DebateFigures> debates,
        Map<String, LengthFigures> lengths,
        List<WriterFigures> writers,
        Optional<PairwiseFigures> votes,
        Optional<PairwiseFigures> scores,
        List<RankFigures> rankings,
        List<StepFigures> steps) {

    public TallyFigures {
        judges = List.copyOf(judges);
        juries = List.copyOf(juries);
        debates = List.copyOf(debates);
        lengths = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
        writers = List.copyOf(writers);
        rankings = List.copyOf(rankings);
        steps = List.copyOf(steps);
    }

    /** Whether nobody judged anything. */
    public boolean isEmpty() {
        return judges.isEmpty() && juries.isEmpty() && debates.isEmpty();
    }
}
