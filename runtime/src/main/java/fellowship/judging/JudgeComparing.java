package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.plan.Judge;
import fellowship.plan.OrderRule;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Plant;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One judge compares: each order, each sample, settled by its rule; now and then a planted answer to measure it. */
final class JudgeComparing implements Comparing {

    private final Judge judge;
    private final Asking asking;
    private final Dice dice;

    JudgeComparing(Judge judge, Asking asking, Dice dice) {
        this.judge = judge;
        this.asking = asking;
        this.dice = dice;
    }

    @Override
    public Mono<Verdict> compare(Row row, Draft first, Draft second) {
        return Mono.zip(
                judged(JudgeCall.of(judge, row, List.of(first, second), asking, dice), row, first, second),
                new Planting(judge, asking, dice).plant(row, first, second),
                (judged, plants) -> verdict(first, second, judged, plants));
    }

    /** The judgments and what they come to. */
    record Judged(List<Judgment> judgments, Ballot ballot) {}

    /** All that this judge is asked of two candidates. */
    Mono<Judged> judged(JudgeCall call, Row row, Draft first, Draft second) {
        return asked(call, orders(row), first, second)
                .flatMap(judgments -> synthesised(call, judgments, first, second));
    }

    private Mono<List<Judgment>> asked(JudgeCall call, List<Boolean> orders, Draft first, Draft second) {
        List<Mono<Judgment>> asks = new ArrayList<>();
        for (boolean swapped : orders) {
            for (int sample = 0; sample < judge.samples(); sample++) {
                asks.add(call.pair(first, second, swapped, sample));
            }
        }
        return Flux.fromIterable(asks)
                .flatMapSequential(ask -> ask, asks.size(), 1)
                .collectList();
    }

    private List<Boolean> orders(Row row) {
        if (!judge.marking().form().sideBySide()) {
            return List.of(false);
        }
        return Drawn.orders(judge.orders(), dice, judge.name(), row);
    }

    /** Where the orders differ and the rule says so, the judge is shown both of its judgments and decides. */
    private Mono<Judged> synthesised(JudgeCall call, List<Judgment> judgments, Draft first, Draft second) {
        Ballot ballot = Ballot.of(judgments, judge.orders().rule());
        if (judge.orders().rule() != OrderRule.synthesise || !Ballot.differ(judgments)) {
            return Mono.just(new Judged(judgments, ballot));
        }
        String told = Told.ownJudgments(call.sheet(), judgments);
        return call.pair(first, second, false, judge.samples(), Optional.of(told))
                .map(last -> {
                    List<Judgment> all = new ArrayList<>(judgments);
                    all.add(last);
                    Ballot decided = Ballot.of(List.of(last), OrderRule.consistent);
                    return new Judged(all, new Ballot(decided.outcome(), decided.margin(), ballot.flipped()));
                });
    }

    private Verdict verdict(Draft first, Draft second, Judged judged, List<Plant> plants) {
        Ballot ballot = judged.ballot();
        return new Verdict(
                judge.name(),
                first,
                second,
                ballot.outcome(),
                ballot.margin(),
                ballot.flipped(),
                judged.judgments(),
                List.of(ballot.vote(judge.name(), Vote.Stage.BLIND)),
                List.of(),
                List.of(),
                plants);
    }
}
