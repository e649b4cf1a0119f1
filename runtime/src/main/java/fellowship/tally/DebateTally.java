package fellowship.tally;

import fellowship.row.Outcome;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.stats.Votes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what the talk of a debate did. */
final class DebateTally {

    private static final int KINDS = Outcome.values().length;

    private final String name;
    private final VoteCounts.Counter verdicts = new VoteCounts.Counter();
    private final long[][] changes = new long[KINDS][KINDS];
    private long both;
    private long changed;
    private long dissenters;
    private long towards;
    private long talks;
    private long rounds;

    DebateTally(String name) {
        this.name = name;
    }

    void verdict(Verdict verdict) {
        verdicts.add(verdict.outcome(), verdict.flipped());
        if (!verdict.turns().isEmpty()) {
            talks++;
            rounds += verdict.turns().stream().mapToInt(Turn::round).max().orElse(0);
        }
        Map<String, Outcome> before = new HashMap<>();
        verdict.votes().stream()
                .filter(vote -> vote.stage() == Vote.Stage.BLIND)
                .forEach(vote -> before.put(vote.annotator(), vote.outcome()));
        Optional<Outcome> majority = Votes.mode(before.values().stream()
                .filter(outcome -> outcome != Outcome.UNDECIDED)
                .toList());
        verdict.votes().stream()
                .filter(vote -> vote.stage() == Vote.Stage.CLOSING)
                .forEach(vote -> {
                    Outcome was = before.get(vote.annotator());
                    if (was != null) {
                        change(was, vote.outcome(), majority);
                    }
                });
    }

    private void change(Outcome was, Outcome is, Optional<Outcome> majority) {
        both++;
        changes[was.ordinal()][is.ordinal()]++;
        if (was != is) {
            changed++;
            if (majority.isPresent() && majority.get() != was) {
                dissenters++;
                towards += majority.get() == is ? 1 : 0;
            }
        }
    }

    DebateFigures figures() {
        List<List<Long>> matrix = both == 0
                ? List.of()
                : Arrays.stream(changes)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList();
        return new DebateFigures(
                name,
                verdicts.counts(),
                matrix,
                new Share(changed, both),
                new Share(towards, dissenters),
                talks == 0 ? 0 : (double) rounds / talks);
    }
}
