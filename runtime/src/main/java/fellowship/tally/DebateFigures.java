package fellowship.tally;

import java.util.List;

/**
 * What the talk of a debate did.
 *
 * @param name the debate's
 * @param verdicts what it came to
 * @param changes how often a vote before the talk (row) became which vote after it (column), each in the order first,
 *     second, tie, undecided; empty where nobody voted on both sides of the talk
 * @param changed of the votes given both times, those that are not the same
 * @param towards of the changed votes of pairs that had a majority before the talk, and whose voter was not in it, those
 *     that went over to it
 * @param rounds how long the talks were, on the mean
 */
public record DebateFigures(
        String name, VoteCounts verdicts, List<List<Long>> changes, Share changed, Share towards, double rounds) {

    public DebateFigures {
        changes = changes.stream().map(List::copyOf).toList();
    }
}
