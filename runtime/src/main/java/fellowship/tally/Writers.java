package fellowship.tally;

import fellowship.row.Outcome;
import fellowship.stats.LengthControlled;
import fellowship.stats.WinRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds out whom voices favour: each writer's win rates, and what kinship does to them. */
final class Writers {

    private final VoteTable table;
    private final Map<Voice, List<String>> families;

    /** @param families of each voice's models, as far as they are known */
    Writers(VoteTable table, Map<Voice, List<String>> families) {
        this.table = table;
        this.families = families;
    }

    /** One for each voice that judged candidates of different writers. */
    List<WriterFigures> figures() {
        List<WriterFigures> all = new ArrayList<>();
        for (Voice voice : table.voices()) {
            List<WriterFigures.Rate> rates = new ArrayList<>();
            for (int writer = 0; writer < table.writers().size(); writer++) {
                rate(voice, writer).ifPresent(rates::add);
            }
            if (!rates.isEmpty()) {
                all.add(new WriterFigures(voice.label(), families(voice), rates, selfLift(voice)));
            }
        }
        return all;
    }

    private List<String> families(Voice voice) {
        return families.getOrDefault(voice, List.of());
    }

    private boolean kin(Voice voice, int writer) {
        return families(voice).contains(table.writers().get(writer).family());
    }

    private Optional<WriterFigures.Rate> rate(Voice voice, int writer) {
        double[] outcomes = new double[table.size()];
        double[] differences = new double[table.size()];
        long[] counts = new long[3];
        int n = 0;
        for (int pair = 0; pair < table.size(); pair++) {
            boolean first = table.first(pair) == writer;
            OptionalDouble won = won(voice, pair, first);
            if (table.first(pair) != table.second(pair) && (first || table.second(pair) == writer) && won.isPresent()) {
                outcomes[n] = won.getAsDouble();
                differences[n] = first ? table.difference(pair) : -table.difference(pair);
                counts[(int) (2 * outcomes[n])]++;
                n++;
            }
        }
        return n == 0
                ? Optional.empty()
                : Optional.of(new WriterFigures.Rate(
                        table.writers().get(writer),
                        kin(voice, writer),
                        new WinRate(counts[2], counts[1], counts[0]),
                        LengthControlled.of(Arrays.copyOf(outcomes, n), Arrays.copyOf(differences, n))));
    }

    /** 1, a half or 0 for one side; absent where the voice said nothing or could not be read. */
    private OptionalDouble won(Voice voice, int pair, boolean first) {
        Optional<Outcome> vote = table.vote(voice, pair);
        if (vote.isEmpty() || vote.get() == Outcome.UNDECIDED) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(vote.get() == Outcome.TIE ? 0.5 : (vote.get() == Outcome.FIRST) == first ? 1.0 : 0.0);
    }

    private Estimate selfLift(Voice voice) {
        if (voice.kind() == Voice.Kind.SETTLED) {
            return Estimate.absent("a settled verdict has no family", 0);
        }
        double[] lifts = new double[table.size()];
        int n = 0;
        int own = 0;
        for (int pair = 0; pair < table.size(); pair++) {
            boolean first = kin(voice, table.first(pair));
            OptionalDouble won = won(voice, pair, first);
            if (first != kin(voice, table.second(pair)) && won.isPresent()) {
                own++;
                OptionalDouble others = others(voice, pair, first);
                if (others.isPresent()) {
                    lifts[n++] = won.getAsDouble() - others.getAsDouble();
                }
            }
        }
        if (n == 0) {
            return Estimate.absent(own == 0 ? "it judged no answer of its own family" : "nobody else judged them", own);
        }
        return Lengths.mean(Arrays.copyOf(lifts, n));
    }

    /** What judges of other families give the same side, on the mean. */
    private OptionalDouble others(Voice voice, int pair, boolean first) {
        int side = first ? table.first(pair) : table.second(pair);
        return table.voices().stream()
                .filter(other -> other.kind() == voice.kind() && !other.equals(voice) && !kin(other, side))
                .flatMapToDouble(other -> won(other, pair, first).stream())
                .average();
    }
}
