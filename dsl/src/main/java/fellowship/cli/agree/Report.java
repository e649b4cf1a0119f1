package fellowship.cli.agree;

import fellowship.stats.CategoryScores;
import fellowship.stats.Dimension;
import fellowship.stats.Finding;
import fellowship.stats.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is told of a table.
 *
 * @param file as it was named
 * @param annotators without gold
 * @param items how many
 * @param dimension what differences mean
 * @param guess why that was guessed; empty where it was said
 * @param counts what there is and what is not
 * @param chance how intervals were made
 * @param together of all annotators
 * @param pairs of each two
 * @param categories how often each was said; empty for numbers
 * @param gold each annotator against it, where there is one
 * @param leaveOneOut each against the rest, where that was asked
 * @param settled what the annotators come to by a rule, where one was named
 * @param juries every jury against gold, where that was asked
 * @param warnings what the reader should not overlook
 */
record Report(
        String file,
        List<String> annotators,
        int items,
        Dimension dimension,
        String guess,
        Data.Counts counts,
        Findings.Chance chance,
        List<Finding> together,
        List<Compared> pairs,
        List<Category> categories,
        Optional<Gold> gold,
        Optional<LeaveOneOut> leaveOneOut,
        Optional<Settled> settled,
        Optional<Juries> juries,
        List<String> warnings) {

    /**
     * Two sides that were compared.
     *
     * @param names who
     * @param n items that both have something for
     * @param open items that one of them could not settle
     */
    record Compared(List<String> names, long n, long open, List<Finding> findings) {}

    /** How often a category was said, by whom; gold last, where there is one. */
    record Category(String name, Map<String, Long> counts) {}

    /**
     * Annotators against gold.
     *
     * @param name what gold is called
     * @param annotators one each
     * @param categories by annotator, then by category; empty for numbers
     */
    record Gold(String name, List<Compared> annotators, Map<String, Map<String, CategoryScores>> categories) {}

    /**
     * Each annotator against the mode of the rest.
     *
     * @param drawn whether ties for the mode were settled by the seed; else their items are left out
     * @param annotators one each
     * @param mean agreement over annotators and items
     */
    record LeaveOneOut(boolean drawn, List<Compared> annotators, Finding mean) {}

    /**
     * What all annotators come to.
     *
     * @param rule by which rule
     * @param labels by item, where they come to anything
     * @param open items where they do not
     * @param trustName what {@code trust} is
     * @param trust weights or accuracies of annotators that the rule used or found; empty where it has none
     * @param gold against gold, where there is one
     */
    record Settled(
            Rule rule,
            Map<String, String> labels,
            long open,
            String trustName,
            Map<String, Double> trust,
            Optional<Compared> gold) {}

    /**
     * All juries.
     *
     * @param rule by which rule they settle
     * @param tie the label that a jury without a mode gives; empty where it gives none
     * @param by what they are ranked by
     * @param count how many there are
     * @param ranked from the best to the worst, those without a measure last; of very many, the first and last thousand
     */
    record Juries(Rule rule, String tie, String by, int count, List<Compared> ranked) {}
}
