package fellowship.template;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code template.toml} says.
 *
 * @param version 1 or more; it goes up when the template makes other data of the same input
 * @param papers what it follows; may be empty
 * @param numbers the numbers it took from them, each with its place
 */
public record Manifest(int version, List<Paper> papers, List<Figure> numbers) {

    public Manifest {
        papers = List.copyOf(papers);
        numbers = List.copyOf(numbers);
    }

    /**
     * A paper.
     *
     * @param id for example {@code arXiv:2408.08688}
     * @param carried what of it is here
     * @param leftOut what is not, and why
     */
    public record Paper(String title, String id, String carried, String leftOut) {

        /** Where it can be read; nothing where the id is none that we know. */
        public Optional<String> address() {
            return id.matches("arXiv:\\d{4}\\.\\d{4,5}(v\\d+)?")
                    ? Optional.of("https://arxiv.org/abs/" + id.substring("arXiv:".length()))
                    : Optional.empty();
        }
    }

    /**
     * A number of a paper.
     *
     * @param what it counts or bounds
     * @param value as the paper says it
     * @param where section, table or file
     * @param parameter the parameter of the script that holds it, if one does
     */
    public record Figure(String what, String value, String where, Optional<String> parameter) {}
}
