package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.plan.Judge;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import fellowship.seam.Dice;
import reactor.core.publisher.Mono;

/** A judge goes through a draft step by step. */
public final class Verifying {

    private final Judge judge;
    private final Asking asking;
    private final Dice dice;

    Verifying(Judge judge, Asking asking, Dice dice) {
        this.judge = judge;
        this.asking = asking;
        this.dice = dice;
    }

    /** What it says of each step; it may be unreadable. */
    public Mono<Judgment> verify(Row row, Draft draft) {
        return JudgeCall.of(judge, row, java.util.List.of(draft), asking, dice).steps(draft, Steps.of(draft.text()));
    }
}
