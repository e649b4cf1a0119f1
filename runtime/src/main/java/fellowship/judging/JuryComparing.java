package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.chat.ModelException;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Plant;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Verdict.Spared;
import fellowship.row.Vote;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Jurors judge independently, at once or one at a time; their votes are settled by the jury's rule. A juror whose answer
 * cannot be read, or whose provider refuses this very question, has no vote; the others decide.
 */
final class JuryComparing implements Comparing {

    private final Jury jury;
    private final List<Judge> jurors;
    private final Asking asking;
    private final Dice dice;
    private final Settled settled;

    /** @param settled outcomes that were learned from all rows, for a rule that does so */
    JuryComparing(Jury jury, List<Judge> jurors, Asking asking, Dice dice, Settled settled) {
        this.jury = jury;
        this.jurors = jurors;
        this.asking = asking;
        this.dice = dice;
        this.settled = settled;
    }

    @Override
    public Mono<Verdict> compare(Row row, Draft first, Draft second) {
        List<Spared> relatives = relatives(first, second);
        List<Judge> asked = jurors.stream()
                .filter(juror ->
                        relatives.stream().noneMatch(spared -> spared.juror().equals(juror.name())))
                .toList();
        Mono<List<Verdict>> verdicts = jury.sequence()
                .map(sequence -> oneByOne(sequence, asked, List.of(), row, first, second))
                .orElseGet(() -> Flux.fromIterable(asked)
                        .flatMapSequential(juror -> verdict(juror, row, first, second), asked.size(), 1)
                        .collectList());
        return verdicts.map(said -> settle(row, first, second, said, spared(relatives, asked, said)));
    }

    /** Jurors of a candidate's own family, as long as somebody else remains. */
    private List<Spared> relatives(Draft first, Draft second) {
        if (jury.family() != Jury.FamilyRule.exclude) {
            return List.of();
        }
        List<Spared> relatives = jurors.stream()
                .filter(juror -> related(juror, first) || related(juror, second))
                .map(juror -> new Spared(juror.name(), Spared.OWN_FAMILY))
                .toList();
        return relatives.size() == jurors.size() ? List.of() : relatives;
    }

    private boolean related(Judge juror, Draft draft) {
        return draft.reply()
                .map(reply -> Families.of(reply.model().model())
                        .equals(Families.of(asking.model(juror.model()).model())))
                .orElse(false);
    }

    private Mono<Verdict> verdict(Judge juror, Row row, Draft first, Draft second) {
        return new JudgeComparing(juror, asking, dice)
                .compare(row, first, second)
                .onErrorResume(
                        ModelException.class,
                        fault ->
                                Refusal.is(fault) ? Mono.just(silent(juror, first, second, fault)) : Mono.error(fault));
    }

    private static Verdict silent(Judge juror, Draft first, Draft second, ModelException fault) {
        Judgment none = Judgment.of(juror.name(), new Judgment.Unreadable(fault.reason() + ": " + fault.getMessage()));
        return Verdict.of(juror.name(), first, second, Outcome.UNDECIDED, 0, false, List.of(none));
    }

    private Mono<List<Verdict>> oneByOne(
            Jury.Sequence sequence, List<Judge> asked, List<Verdict> said, Row row, Draft first, Draft second) {
        List<String> remaining =
                asked.stream().skip(said.size()).map(Judge::name).toList();
        if (remaining.isEmpty() || Settling.isSettled(jury, sequence, votes(said), remaining)) {
            return Mono.just(said);
        }
        return verdict(asked.get(said.size()), row, first, second).flatMap(verdict -> {
            List<Verdict> more = new ArrayList<>(said);
            more.add(verdict);
            return oneByOne(sequence, asked, more, row, first, second);
        });
    }

    private static List<Spared> spared(List<Spared> relatives, List<Judge> asked, List<Verdict> said) {
        List<Spared> all = new ArrayList<>(relatives);
        asked.stream().skip(said.size()).forEach(juror -> all.add(new Spared(juror.name(), Spared.SETTLED)));
        return all;
    }

    private static List<Vote> votes(List<Verdict> said) {
        return said.stream().flatMap(verdict -> verdict.votes().stream()).toList();
    }

    private Verdict settle(Row row, Draft first, Draft second, List<Verdict> said, List<Spared> spared) {
        List<Vote> votes = votes(said);
        List<Judgment> judgments =
                said.stream().flatMap(verdict -> verdict.judgments().stream()).toList();
        List<Plant> plants =
                said.stream().flatMap(verdict -> verdict.plants().stream()).toList();
        Ballot ballot = jury.rule().learns()
                ? Optional.ofNullable(settled.ballots().get(row.id())).orElse(Ballot.NONE)
                : Settling.of(jury, votes, judgments);
        return new Verdict(
                jury.name(),
                first,
                second,
                ballot.outcome(),
                ballot.margin(),
                false,
                judgments,
                votes,
                List.of(),
                spared,
                plants);
    }
}
