package fellowship.tally;

import fellowship.stats.AgreementLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far annotators agree with each other and with what is known.
 *
 * @param name of the agreement
 * @param annotators in the order of the branches, without gold
 * @param items how many anybody said something of
 * @param gold how many of them have a known label
 * @param level of the intervals
 * @param unreadable of each annotator's items, those of which nothing could be read
 * @param lines the measures
 * @param certainty whether what annotators say of their certainty means what it says; empty where none said any
 * @param pickLonger how often the rule "pick the longer" agrees with gold, where gold names one of two that differ in length
 */
public record AgreementFigures(
        String name,
        List<String> annotators,
        long items,
        long gold,
        double level,
        Map<String, Share> unreadable,
        List<AgreementLine> lines,
        List<Certainty> certainty,
        Share pickLonger) {

    public AgreementFigures {
        annotators = List.copyOf(annotators);
        unreadable = Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
        lines = List.copyOf(lines);
        certainty = List.copyOf(certainty);
    }

    /**
     * What certainty is worth.
     *
     * @param brier the mean squared difference to the truth: 0 is best
     * @param error the expected calibration error over ten bins: 0 is best
     * @param auroc how well it tells right from wrong: 0.5 is chance
     */
    public record Certainty(String annotator, Estimate brier, Estimate error, Estimate auroc) {}
}
