package fellowship.tally;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one judge did, alone, in juries and at tables taken together; a seat of a debate stands for itself.
 *
 * @param name the judge's, or {@code judge as persona}
 * @param models that say they answered, in the order in which they first did
 * @param unreadable of the judgments asked for, those that could not be read
 * @param repaired of the judgments that needed a repair turn, those that could then be read
 * @param votes how its votes on pairs fell
 * @param position what the place of candidates did; absent where it never saw two side by side
 * @param scores by scale; absent where it gave none
 * @param certainty how sure it said it was, on the mean, with how many judgments said so; absent where none did
 * @param plants worthless answers, by kind: of those tried, those that won
 */
public record JudgeFigures(
        String name,
        List<String> models,
        Share unreadable,
        Share repaired,
        VoteCounts votes,
        Optional<PositionFigures> position,
        Optional<Histogram> scores,
        Optional<Estimate> certainty,
        Map<String, Share> plants) {

    public JudgeFigures {
        models = List.copyOf(models);
        plants = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(plants));
    }

    /** All kinds of worthless answers together. */
    public Share planted() {
        return new Share(
                plants.values().stream().mapToLong(Share::hits).sum(),
                plants.values().stream().mapToLong(Share::of).sum());
    }
}
