package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.judging.Annotators;
import fellowship.judging.Strengths;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The one table from a kind of step to what it does. {@link Step.Read}, {@link Step.Into} and
 * {@link Step.Agree} are the engine's own. */
final class StepRunners {

    private final Map<Class<? extends Step>, StepRunner<? super Step>> table = new HashMap<>();

    StepRunners(Plan plan, Asking asking, Pictures pictures, Knowledge knowledge, Benchmarks benchmarks, Joins joins) {
        Dice dice = Dice.of(plan.seed());
        Annotators annotators = new Annotators(plan, asking);
        add(Step.Filter.class, LeafRunners::filter);
        add(Step.Mapped.class, LeafRunners::map);
        add(Shape.Explode.class, LeafRunners::explode);
        add(Shape.Cross.class, LeafRunners::cross);
        add(Shape.Join.class, new JoinRunner(joins));
        add(Shape.Ask.class, new AskRunner(plan, asking, pictures));
        add(Shape.Texts.class, DraftRunners::texts);
        add(Shape.Measure.class, DraftRunners::measure);
        add(Shape.Choose.class, new ChooseRunner(dice));
        add(Shape.Review.class, new ReviewRunner(plan, asking, pictures));
        add(Shape.Revise.class, new ReviseRunner(plan, asking, pictures));
        add(Step.Generate.class, new GenerateRunner(plan, asking, pictures));
        add(Step.Refine.class, new RefineRunner(plan, asking, pictures));
        add(Step.Score.class, new ScoreRunner(annotators));
        add(Step.Compare.class, new CompareRunner(plan, annotators, knowledge));
        add(Step.Rank.class, new RankRunner(annotators));
        add(Step.Verify.class, new VerifyRunner(annotators));
        add(Step.People.class, new PeopleRunner(knowledge));
        add(Step.Pairs.class, new PairsRunner(dice, new Strengths(plan)));
        SiftRunners sifting = new SiftRunners(knowledge, dice);
        add(Sift.Gates.class, new GatesRunner(benchmarks));
        add(Sift.Dedupe.class, sifting::dedupe);
        add(Sift.Sample.class, sifting::sample);
        add(Sift.Weak.class, sifting::weak);
        add(Sift.Refusals.class, SiftRunners::refusals);
        add(Sift.Margins.class, (step, row) -> Mono.just(StepResult.of(row)));
        add(Sift.Escalate.class, new EscalateRunner(annotators, knowledge, new Strengths(plan)));
    }

    private <S extends Step> void add(Class<S> kind, StepRunner<S> runner) {
        table.put(kind, (step, row) -> runner.run(kind.cast(step), row));
    }

    /** The kinds it knows. */
    Set<Class<? extends Step>> kinds() {
        return Set.copyOf(table.keySet());
    }

    Mono<StepResult> run(Step step, Row row) {
        StepRunner<? super Step> runner = table.get(step.getClass());
        if (runner == null) {
            throw new IllegalStateException("no runner for " + step.getClass().getSimpleName());
        }
        return runner.run(step, row);
    }
}
