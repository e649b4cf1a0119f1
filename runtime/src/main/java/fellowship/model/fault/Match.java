package fellowship.model.fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way to know a fault. What is absent or empty is not looked at; everything else must hold.
 *
 * @param stage how far the call had come
 * @param mark what the wire or the provider's reader saw
 * @param statuses the HTTP status is in one of these
 * @param codes the error's code or type is one of these, in lower case
 * @param body is found in the error's message or the body
 * @param html whether the body must be a web page
 * @param overLimit whether the message must name a request larger than its limit
 */
public record Match(
        Optional<Stage> stage,
        Optional<String> mark,
        List<Statuses> statuses,
        Set<String> codes,
        Optional<Pattern> body,
        boolean html,
        boolean overLimit) {

    public Match {
        statuses = List.copyOf(statuses);
        codes = Set.copyOf(codes);
    }

    /** HTTP statuses from the first to the last, both included. */
    public record Statuses(int first, int last) {
        boolean contains(int status) {
            return first <= status && status <= last;
        }

        /** A range of a whole class or more is a catch-all and hardly counts as a condition. */
        boolean isCatchAll() {
            return last - first >= 99;
        }
    }

    boolean fits(FaultFacts facts) {
        return stage.map(wanted -> wanted == facts.stage()).orElse(true)
                && mark.map(wanted -> wanted.equals(facts.mark())).orElse(true)
                && (statuses.isEmpty() || statuses.stream().anyMatch(range -> range.contains(facts.status())))
                && (codes.isEmpty() || facts.codes().stream().anyMatch(codes::contains))
                && (!html || facts.isHtml())
                && (!overLimit || facts.isOverLimit())
                && body.map(pattern -> pattern.matcher(facts.text()).find()).orElse(true);
    }

    /** How many things it looks at, doubled, so that a catch-all (1) stands below everything else. */
    int conditions() {
        int ranges = statuses.isEmpty() ? 0 : statuses.stream().anyMatch(Statuses::isCatchAll) ? 1 : 2;
        return ranges
                + 2 * count(stage.isPresent())
                + 3 * count(mark.isPresent())
                + 2 * count(!codes.isEmpty())
                + 2 * count(body.isPresent())
                + 2 * count(html)
                + 3 * count(overLimit);
    }

    private static int count(boolean condition) {
        return condition ? 1 : 0;
    }
}
