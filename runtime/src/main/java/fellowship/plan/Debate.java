package fellowship.plan;

import java.util.List;
import java.util.Optional;

/**
 * Judges that talk before they decide (ChatEval, arXiv 2308.07201; Fellowship paper, section 3.1). Each turn sees the
 * question, both candidates and the whole talk so far.
 *
 * @param name unique in the plan
 * @param seats who sits at the table, in the order they speak; two or more
 * @param rounds most rounds, 1 or more; in a round each seat speaks once
 * @param firstVotes whether each seat votes alone before the talk, so that what the talk changes can be seen
 * @param showFirstVotes whether the talk begins with these votes and their reasons (peer discussion of PRD, arXiv
 *     2307.02762)
 * @param untilAgreed whether the talk ends after a round in which all seats lean the same way
 * @param closing a judge that reads the talk and decides; absent: every seat gives a closing judgment
 * @param orders in which orders the candidates are shown; with both, the talk is held twice
 * @param at where the script declares it
 */
public record Debate(
        String name,
        List<Seat> seats,
        int rounds,
        boolean firstVotes,
        boolean showFirstVotes,
        boolean untilAgreed,
        Optional<String> closing,
        Orders orders,
        SourcePosition at)
        implements Annotator {

    public Debate {
        seats = List.copyOf(seats);
    }

    /**
     * A place at the table.
     *
     * @param persona who the judge is told to be, unique in the debate
     * @param judge the judge's name
     */
    public record Seat(String persona, String judge) {}
}
