package fellowship.people;

import java.util.List;

/**
 * What a person sees of a pair: nothing of who wrote it or what anybody said of it.
 *
 * @param prompt what both candidates answer, turn by turn
 * @param first the text of the first candidate
 * @param second the text of the second
 */
public record Pair(List<Turn> prompt, String first, String second) {

    public Pair {
        prompt = List.copyOf(prompt);
    }

    /** One turn. */
    public record Turn(String role, String text) {}
}
