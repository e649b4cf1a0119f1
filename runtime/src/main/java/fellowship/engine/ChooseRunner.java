package fellowship.engine;

import fellowship.plan.Shape;
import fellowship.row.Draft;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Keeps one draft of each row; of equal scores the earliest. A draft that nobody scored is neither best nor worst. */
final class ChooseRunner implements StepRunner<Shape.Choose> {

    private static final Comparator<Draft> BY_SCORE =
            Comparator.comparingDouble(draft -> draft.score().orElseThrow());

    private final Dice dice;

    ChooseRunner(Dice dice) {
        this.dice = dice;
    }

    @Override
    public Mono<StepResult> run(Shape.Choose step, Row row) {
        return Mono.fromSupplier(() -> chosen(step, row)
                .map(draft -> StepResult.of(row.withDrafts(List.of(draft))))
                .orElseGet(() -> new StepResult.Left(row.drafts().isEmpty() ? "no drafts" : "no scored draft")));
    }

    private Optional<Draft> chosen(Shape.Choose step, Row row) {
        List<Draft> drafts = row.drafts();
        List<Draft> scored =
                drafts.stream().filter(draft -> draft.score().isPresent()).toList();
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        return switch (step.pick()) {
            // min keeps the earliest of equal ones
            case best -> scored.stream().min(BY_SCORE.reversed());
            case worst -> scored.stream().min(BY_SCORE);
            case first -> Optional.of(drafts.get(0));
            case last -> Optional.of(drafts.get(drafts.size() - 1));
            case random ->
                Optional.of(drafts.get(dice.split(step.id()).split(row.id()).below(drafts.size())));
        };
    }
}
