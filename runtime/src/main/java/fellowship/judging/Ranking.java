package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.plan.Judge;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A judge puts all drafts of a row in order, once for each row of a cyclic Latin square. */
public final class Ranking {

    private final Judge judge;
    private final Asking asking;
    private final Dice dice;

    Ranking(Judge judge, Asking asking, Dice dice) {
        this.judge = judge;
        this.asking = asking;
        this.dice = dice;
    }

    /**
     * The rankings, in the order of the square's rows; they may be unreadable.
     *
     * @param orders how many rows of the square; absent: all. Fewer are spread evenly over it
     */
    public Mono<List<Judgment>> rank(Row row, OptionalInt orders) {
        List<Draft> drafts = row.drafts();
        int rows = Math.min(drafts.size(), orders.orElse(drafts.size()));
        JudgeCall call = JudgeCall.of(judge, row, drafts, asking, dice);
        int begin = dice.split("square").split(judge.name()).split(row.id()).below(drafts.size());
        return Flux.fromStream(() -> IntStream.range(0, rows).boxed())
                .flatMapSequential(
                        turn -> call.ranking(drafts, (begin + turn * drafts.size() / rows) % drafts.size()), rows, 1)
                .collectList();
    }

    /** How many others each draft beats on the mean, from 0 to one less than there are, by its id. */
    public static Map<String, Double> beaten(List<Judgment> rankings) {
        Map<String, Double> sums = new LinkedHashMap<>();
        List<List<String>> orders = rankings.stream()
                .map(Judgment::opinion)
                .filter(Judgment.Ranking.class::isInstance)
                .map(opinion -> ((Judgment.Ranking) opinion).order())
                .toList();
        for (List<String> order : orders) {
            for (int place = 0; place < order.size(); place++) {
                sums.merge(order.get(place), (order.size() - 1.0 - place) / orders.size(), Double::sum);
            }
        }
        return sums;
    }
}
