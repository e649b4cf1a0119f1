package fellowship.tally;

import fellowship.stats.LengthControlled;
import fellowship.stats.WinRate;
import java.util.List;
import java.util.Optional;

/**
 * What one voice makes of those who wrote the candidates.
 *
 * @param voice whose votes
 * @param families of the voice's models, as far as they are known
 * @param rates by writer; of pairs whose two candidates have different writers
 * @param selfLift how much more often its own family wins before it than before the others who judged the same pairs, from
 *     −1 to 1; a tie is half a win
 */
public record WriterFigures(String voice, List<String> families, List<Rate> rates, Estimate selfLift) {

    public WriterFigures {
        families = List.copyOf(families);
        rates = List.copyOf(rates);
    }

    /**
     * How often one writer wins.
     *
     * @param kin whether the voice is of the writer's model family
     * @param wins a tie is half a win
     * @param controlled the rate that would be there if both answers were equally long, where it can be told
     */
    public record Rate(Writer writer, boolean kin, WinRate wins, Optional<LengthControlled> controlled) {}
}
