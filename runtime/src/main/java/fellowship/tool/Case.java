package fellowship.tool;

import java.util.List;
import java.util.Optional;

/**
 * What is being judged while a tool is used.
 *
 * @param question what the candidates answer
 * @param reference a good answer, where the judge has one
 * @param candidates the answers in the order in which the judge sees them
 */
public record Case(String question, Optional<String> reference, List<String> candidates) {

    public Case {
        candidates = List.copyOf(candidates);
    }
}
