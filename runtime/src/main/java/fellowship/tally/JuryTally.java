package fellowship.tally;

import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.stats.DesignEffect;
import java.util.List;

/** Counts what a jury came to. */
final class JuryTally {

    private final Jury jury;
    private final Plan plan;
    private final VoteCounts.Counter verdicts = new VoteCounts.Counter();
    private long read;
    private long dissent;
    private final DesignEffect together = new DesignEffect();
    private long places;
    private long settled;
    private long family;
    private long saved;

    JuryTally(Jury jury, Plan plan) {
        this.jury = jury;
        this.plan = plan;
    }

    void verdict(Verdict verdict) {
        verdicts.add(verdict.outcome(), verdict.flipped());
        places += jury.jurors().size();
        if (verdict.outcome() != Outcome.UNDECIDED) {
            List<Outcome> votes = verdict.votes().stream()
                    .map(Vote::outcome)
                    .filter(outcome -> outcome != Outcome.UNDECIDED)
                    .toList();
            long others = votes.stream()
                    .filter(outcome -> outcome != verdict.outcome())
                    .count();
            read += votes.size();
            dissent += others;
            together.add(others, votes.size());
        }
        for (Verdict.Spared spared : verdict.spared()) {
            boolean own = spared.why().equals("own-family");
            family += own ? 1 : 0;
            settled += own ? 0 : 1;
            saved += plan.judge(spared.juror()).map(JuryTally::calls).orElse(1L);
        }
    }

    /** The calls of one comparison, without what a judge does before it judges. */
    private static long calls(Judge judge) {
        boolean twice = judge.orders().both() || !judge.marking().form().sideBySide();
        return (long) judge.samples() * (twice ? 2 : 1);
    }

    JuryFigures figures(VoteTable table) {
        List<Voice> voices = jury.jurors().stream()
                .map(name -> new Voice(name, Voice.Kind.ALONE))
                .toList();
        return new JuryFigures(
                jury.name(),
                jury.jurors(),
                verdicts.counts(),
                new Share(dissent, read, together.value()),
                new Share(settled, places),
                new Share(family, places),
                saved,
                Pairwise.together(table, voices));
    }
}
