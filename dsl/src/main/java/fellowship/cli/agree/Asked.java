package fellowship.cli.agree;

import fellowship.stats.Dimension;
import fellowship.stats.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be told of a table.
 *
 * @param shape where labels stand
 * @param ties labels that mean a tie
 * @param unreadable labels that mean that nothing could be read
 * @param dimension what differences mean; guessed where it is not said
 * @param order labels from the least to the greatest; empty where they have none
 * @param gold the column or annotator that is right
 * @param leaveOneOut whether each annotator is compared with the mode of the rest
 * @param drawnModes whether a tie for that mode is settled by the seed; else the item is left out
 * @param juries whether every jury is compared with gold
 * @param rule how juries settle
 * @param weights of annotators, for the rule that takes them
 * @param chance intervals and where their chance comes from
 */
public record Asked(
        Shape shape,
        Set<String> ties,
        Set<String> unreadable,
        Optional<Dimension> dimension,
        List<String> order,
        Optional<String> gold,
        boolean leaveOneOut,
        boolean drawnModes,
        boolean juries,
        Optional<Rule> rule,
        Map<String, Double> weights,
        Findings.Chance chance) {

    /**
     * Where labels stand, by column.
     *
     * @param item what was judged
     * @param annotator who judged, in a table with a row a judgment
     * @param label what was said
     * @param score what was said, as a number
     * @param columns the annotators, in a table with a row an item
     * @param first who wrote the first candidate, for peer rank
     * @param second who wrote the second
     */
    public record Shape(
            Optional<String> item,
            Optional<String> annotator,
            Optional<String> label,
            Optional<String> score,
            List<String> columns,
            Optional<String> first,
            Optional<String> second) {}
}
