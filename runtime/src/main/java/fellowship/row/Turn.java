package fellowship.row;

import java.util.Optional;

/**
 * One turn of a debate.
 *
 * @param speaker the seat: {@code judge as persona}
 * @param swapped whether the table saw the second candidate first
 * @param round from 1
 * @param text what was said
 * @param leaning which candidate the speaker leans to, in the row's order, where it was asked for
 * @param reply the raw material
 */
public record Turn(String speaker, boolean swapped, int round, String text, Optional<Outcome> leaning, Reply reply) {}
