package fellowship.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges that are asked independently of each other.
 *
 * @param name unique in the plan
 * @param jurors names of judges, two or more, in the order they are asked
 * @param rule how their votes become a verdict
 * @param weights for {@link SettleRule#weighted}, by juror, each above 0
 * @param family what becomes of a juror that judges an answer of its own model family
 * @param sequence whether jurors are asked one at a time, and not more of them than needed
 * @param at where the script declares it
 */
public record Jury(
        String name,
        List<String> jurors,
        SettleRule rule,
        Map<String, Double> weights,
        FamilyRule family,
        Optional<Sequence> sequence,
        SourcePosition at)
        implements Annotator {

    public Jury {
        jurors = List.copyOf(jurors);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /**
     * Jurors are asked one at a time until the verdict cannot change any more.
     *
     * @param bound they are also not asked further once the leading outcome wins with at least this probability, above 0.5
     *     and below 1; absent: only certainty ends the asking
     */
    public record Sequence(OptionalDouble bound) {}

    /** What becomes of a juror that judges an answer of its own model family. The names are the words of scripts. */
    public enum FamilyRule {
        /** It is not asked, as long as a juror of another family remains. */
        exclude,
        /** It is asked, and the card tells how often. */
        warn
    }
}
