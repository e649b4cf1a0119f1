package fellowship.tally;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a judge found when it went through drafts step by step.
 *
 * @param name the judge's
 * @param sound of the drafts that could be checked, those without a wrong step
 * @param firstErrors how often which step, from 1, was the first wrong one
 * @param kinds of mistakes, how often each was named
 */
public record StepFigures(String name, Share sound, Map<Integer, Long> firstErrors, Map<String, Long> kinds) {

    public StepFigures {
        firstErrors = Collections.unmodifiableMap(new TreeMap<>(firstErrors));
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }
}
