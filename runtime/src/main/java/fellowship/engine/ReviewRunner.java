package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each reviewer reviews each draft once, all at once. A draft of which no review could be had rejects the row. */
final class ReviewRunner implements StepRunner<Shape.Review> {

    private final Plan plan;
    private final Asking asking;
    private final Pictures pictures;

    ReviewRunner(Plan plan, Asking asking, Pictures pictures) {
        this.plan = plan;
        this.asking = asking;
        this.pictures = pictures;
    }

    @Override
    public Mono<StepResult> run(Shape.Review step, Row row) {
        return Candidates.each(step, row, List.of(), draft -> reviewed(step, row, draft));
    }

    private Mono<Draft> reviewed(Shape.Review step, Row row, Draft draft) {
        return Flux.fromIterable(step.reviewers())
                .flatMapSequential(
                        name -> Reviewing.of(plan.agent(name).orElseThrow())
                                .review(step.id(), row, draft, asking, pictures),
                        step.reviewers().size(),
                        1)
                .collectList()
                .map(reviews -> {
                    List<Critique> critiques = reviews.stream()
                            .flatMap(review -> review.critique().stream())
                            .toList();
                    if (critiques.isEmpty()) {
                        throw new RejectedException(reviews.get(0).failure().orElseThrow());
                    }
                    return draft.withCritiques(critiques);
                });
    }
}
