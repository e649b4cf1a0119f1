package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A debate: blind first votes, rounds of talk in the order of the seats, a closing judgment by each seat or by one judge.
 * With both orders the whole debate is held twice. First votes and closing votes are both kept.
 */
final class DebateComparing implements Comparing {

    private final Debate debate;
    private final Function<String, Judge> judges;
    private final Asking asking;
    private final Dice dice;

    DebateComparing(Debate debate, Function<String, Judge> judges, Asking asking, Dice dice) {
        this.debate = debate;
        this.judges = judges;
        this.asking = asking;
        this.dice = dice;
    }

    /** One debate in one order. */
    private record Held(List<Judgment> first, List<Turn> turns, List<Judgment> closing) {}

    @Override
    public Mono<Verdict> compare(Row row, Draft first, Draft second) {
        List<Draft> candidates = List.of(first, second);
        List<JudgeCall> seats = debate.seats().stream()
                .map(seat ->
                        JudgeCall.seated(judges.apply(seat.judge()), seat.persona(), row, candidates, asking, dice))
                .toList();
        List<JudgeCall> closers = debate.closing()
                .map(judge -> List.of(JudgeCall.of(judges.apply(judge), row, candidates, asking, dice)))
                .orElse(seats);
        return Flux.fromIterable(Drawn.orders(debate.orders(), dice, debate.name(), row))
                .flatMapSequential(swapped -> hold(seats, closers, candidates, swapped), 2, 1)
                .collectList()
                .map(held -> verdict(seats, closers, candidates, held));
    }

    private Mono<Held> hold(List<JudgeCall> seats, List<JudgeCall> closers, List<Draft> candidates, boolean swapped) {
        Mono<List<Judgment>> alone = debate.firstVotes()
                ? each(seats, seat -> seat.pair(candidates.get(0), candidates.get(1), swapped, 0))
                : Mono.just(List.of());
        return alone.flatMap(first -> {
            Talk talk =
                    new Talk(debate, seats, candidates, swapped, debate.showFirstVotes() ? first : List.of(), asking);
            return talk.held().flatMap(turns -> each(
                            closers,
                            closer -> closer.pair(
                                    candidates.get(0),
                                    candidates.get(1),
                                    swapped,
                                    0,
                                    Optional.of(talk.told(closer.sheet(), turns)
                                            + "\n\nThe talk is over. Weigh what was said, and judge for yourself.")))
                    .map(closing -> new Held(first, turns, closing)));
        });
    }

    private static Mono<List<Judgment>> each(List<JudgeCall> calls, Function<JudgeCall, Mono<Judgment>> ask) {
        return Flux.fromIterable(calls)
                .flatMapSequential(ask::apply, calls.size(), 1)
                .collectList();
    }

    private Verdict verdict(List<JudgeCall> seats, List<JudgeCall> closers, List<Draft> candidates, List<Held> held) {
        List<Judgment> first =
                held.stream().flatMap(one -> one.first().stream()).toList();
        List<Judgment> closing =
                held.stream().flatMap(one -> one.closing().stream()).toList();
        List<Vote> closed = votes(closers, closing, Vote.Stage.CLOSING);
        List<Vote> votes = new ArrayList<>(debate.firstVotes() ? votes(seats, first, Vote.Stage.BLIND) : List.of());
        votes.addAll(closed);
        List<Judgment> all = new ArrayList<>(first);
        all.addAll(closing);
        Ballot ballot = settle(closers, closing, closed);
        return new Verdict(
                debate.name(),
                candidates.get(0),
                candidates.get(1),
                ballot.outcome(),
                ballot.margin(),
                ballot.flipped(),
                all,
                votes,
                held.stream().flatMap(one -> one.turns().stream()).toList(),
                List.of(),
                List.of());
    }

    private List<Vote> votes(List<JudgeCall> calls, List<Judgment> judgments, Vote.Stage stage) {
        return calls.stream()
                .map(call -> Ballot.of(
                                judgments.stream()
                                        .filter(judgment -> judgment.annotator().equals(call.annotator()))
                                        .toList(),
                                debate.orders().rule())
                        .vote(call.annotator(), stage))
                .toList();
    }

    /** By the mean scores where all score on one scale, as in the paper; else by most votes. */
    private Ballot settle(List<JudgeCall> closers, List<Judgment> closing, List<Vote> votes) {
        Ballot mean = Ballot.of(closing, debate.orders().rule());
        boolean score = closing.stream()
                .filter(Judgment::readable)
                .allMatch(judgment -> judgment.opinion() instanceof Judgment.Scores);
        boolean oneScale = closers.stream()
                        .map(call -> call.judge().marking().scale())
                        .distinct()
                        .count()
                == 1;
        List<Vote> readable = Settling.readable(votes);
        if (score && oneScale || readable.isEmpty()) {
            return mean;
        }
        Ballot most = Settling.mode(readable, java.util.Map.of());
        return new Ballot(most.outcome(), most.margin(), mean.flipped());
    }
}
