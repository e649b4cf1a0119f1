package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.judging.Observation;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.store.DiskException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes one sample through the plan. Branches of a row run side by side; what one comes to never depends on another, on
 * other rows, or on what answers first.
 */
public final class Engine {

    /** The rule of rows that people have not judged yet. */
    public static final String WAITS = "waits for a person";

    /** Most rows made of one row that are under way together: one row may make thousands. */
    private static final int PARTS = 256;

    private final StepRunners runners;
    private final Map<String, List<Step>> next = new HashMap<>();

    /** Of a plan without benchmarks and joins. */
    public Engine(Plan plan, Asking asking, Pictures pictures, Knowledge knowledge) {
        this(plan, asking, pictures, knowledge, Benchmarks.NONE, Joins.NONE);
    }

    /** @param knowledge what was learned of all rows so far */
    public Engine(
            Plan plan, Asking asking, Pictures pictures, Knowledge knowledge, Benchmarks benchmarks, Joins joins) {
        this.runners = new StepRunners(plan, asking, pictures, knowledge, benchmarks, joins);
        plan.steps().forEach(step -> step.inputs().forEach(from -> next.computeIfAbsent(from, id -> new ArrayList<>())
                .add(step)));
    }

    /**
     * Everything that comes of a sample.
     *
     * @return one result; or an error only when the row is left to a later run ({@link Reaction#PARK}) or the whole run
     *     must stop ({@link Reaction#RUN}, or a bug)
     */
    public Mono<RowResult> run(Step.Read source, Sample sample) {
        return after(source, Row.of(sample)).collectList().map(traces -> result(sample, traces));
    }

    /** What one branch of a row ended with. */
    private sealed interface Trace {
        record Emitted(Step.Into output, Row row) implements Trace {}

        record Judged(Step step, Row row) implements Trace {}

        record Held(Step step, Observation observation) implements Trace {}

        record ForPeople(Step step, Row row) implements Trace {}

        record Annotated(Step.Agree agreement, String branch, Row row) implements Trace {}

        record Left(String step, String rule) implements Trace {}

        record Noted(Step.Sifting step, Note note) implements Trace {}

        record Offered(Sift.Until step, String stratum, List<Trace> then) implements Trace {}

        record Rejected(Rejection rejection) implements Trace {}

        /** The row as it was before a step after which it went no further. */
        record Lost(Row row) implements Trace {}
    }

    private Flux<Trace> after(Step step, Row row) {
        List<Step> steps = next.getOrDefault(step.id(), List.of());
        if (steps.size() == 1) {
            return run(step, steps.get(0), row);
        }
        return Flux.fromIterable(steps).flatMapSequential(each -> run(step, each, row), Math.max(1, steps.size()), 32);
    }

    private Flux<Trace> run(Step before, Step step, Row row) {
        if (step instanceof Step.Into output) {
            return Flux.just(new Trace.Emitted(output, row));
        }
        if (step instanceof Step.Agree agreement) {
            return Flux.just(new Trace.Annotated(agreement, before.id(), row));
        }
        if (step instanceof Sift.Until until) {
            return Mono.fromSupplier(() -> stratum(until, row))
                    .onErrorMap(fault -> rejected(step, fault))
                    .flatMapMany(stratum ->
                            after(step, row).collectList().<Trace>map(then -> new Trace.Offered(until, stratum, then)))
                    .onErrorResume(
                            RejectedException.class, rejected -> Flux.just(new Trace.Rejected(rejected.rejection())));
        }
        return Mono.defer(() -> runners.run(step, row))
                .onErrorMap(fault -> rejected(step, fault))
                .flatMapMany(result -> {
                    if (result instanceof StepResult.Left left) {
                        return Flux.just((Trace) new Trace.Left(step.id(), left.rule()), new Trace.Lost(row));
                    }
                    if (result instanceof StepResult.Noted noted) {
                        return Flux.just((Trace) new Trace.Noted((Step.Sifting) step, noted.note()));
                    }
                    if (result instanceof StepResult.Thinned thinned) {
                        return Flux.concat(
                                Flux.fromIterable(thinned.rules()).map(rule -> (Trace) new Trace.Left(step.id(), rule)),
                                after(step, thinned.row()));
                    }
                    if (result instanceof StepResult.Held held) {
                        return Flux.just((Trace) new Trace.Held(step, held.observation()));
                    }
                    if (result instanceof StepResult.ForPeople people) {
                        return forPeople(step, people);
                    }
                    List<Row> rows = ((StepResult.Rows) result).rows();
                    Flux<Trace> later = Flux.fromIterable(rows)
                            .flatMapSequential(each -> after(step, each), Math.min(rows.size(), PARTS), 32);
                    return judges(step) || escalated(step, row, rows.get(0))
                            ? later.startWith(new Trace.Judged(asked(step), rows.get(0)))
                            : later;
                })
                .onErrorResume(
                        RejectedException.class,
                        rejected -> Flux.just(new Trace.Rejected(rejected.rejection()), new Trace.Lost(row)));
    }

    /** A row that waits for people is left out for now, and told of. */
    private Flux<Trace> forPeople(Step step, StepResult.ForPeople people) {
        Flux<Trace> later = people.judged()
                .map(judged -> after(step, judged))
                .orElseGet(() -> Flux.just(new Trace.Left(step.id(), WAITS)));
        return later.startWith(new Trace.ForPeople(step, people.row()));
    }

    private static boolean judges(Step step) {
        return step instanceof Step.Compare
                || step instanceof Step.Score
                || step instanceof Step.Rank
                || step instanceof Step.Verify;
    }

    private static boolean escalated(Step step, Row before, Row after) {
        return step instanceof Sift.Escalate && before != after;
    }

    /** What a step asks its annotator. */
    private static Step asked(Step step) {
        return step instanceof Sift.Escalate escalate ? escalate.comparison() : step;
    }

    private static String stratum(Sift.Until until, Row row) {
        return until.each().map(leaf -> leaf.function().apply(row)).orElse("");
    }

    /** A row's own fault becomes its rejection; what would befall every row goes on up. */
    private static Throwable rejected(Step step, Throwable fault) {
        if (fault instanceof RejectedException || fault instanceof DiskException || fault instanceof Error) {
            return fault;
        }
        if (fault instanceof ModelException model) {
            return model.reaction() == Reaction.RUN || model.reaction() == Reaction.PARK
                    ? model
                    : RejectedException.fault(step.id(), model);
        }
        if (fault instanceof IllegalArgumentException
                || step instanceof Step.Filter
                || step instanceof Step.Mapped
                || step instanceof Step.Sifting
                || step instanceof Shape.Explode
                || step instanceof Shape.Measure
                || step instanceof Step.Refine) {
            return RejectedException.of(step.id(), "script-error", step.at() + ": " + fault.getMessage());
        }
        return fault;
    }

    private static RowResult result(Sample sample, List<Trace> traces) {
        List<RowResult.Emission> emissions = new ArrayList<>();
        List<RowResult.Judged> judged = new ArrayList<>();
        List<RowResult.Held> held = new ArrayList<>();
        List<RowResult.ForPeople> people = new ArrayList<>();
        List<RowResult.Annotation> annotations = new ArrayList<>();
        List<RowResult.Leaving> leavings = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        List<Row> lost = new ArrayList<>();
        List<RowResult.Noted> noted = new ArrayList<>();
        List<RowResult.Offer> offers = new ArrayList<>();
        for (Trace trace : traces) {
            if (trace instanceof Trace.Emitted emitted) {
                emissions.add(new RowResult.Emission(emitted.output(), emitted.row()));
            } else if (trace instanceof Trace.Judged one) {
                judged.add(new RowResult.Judged(one.step(), one.row()));
            } else if (trace instanceof Trace.Held one) {
                held.add(new RowResult.Held(one.step(), one.observation()));
            } else if (trace instanceof Trace.ForPeople one) {
                people.add(new RowResult.ForPeople(one.step(), one.row()));
            } else if (trace instanceof Trace.Annotated annotated) {
                annotations.add(new RowResult.Annotation(annotated.agreement(), annotated.branch(), annotated.row()));
            } else if (trace instanceof Trace.Lost one) {
                lost.add(one.row());
            } else if (trace instanceof Trace.Left left) {
                leavings.add(new RowResult.Leaving(left.step(), left.rule()));
            } else if (trace instanceof Trace.Rejected rejected) {
                rejections.add(rejected.rejection());
            } else if (trace instanceof Trace.Noted one) {
                noted.add(new RowResult.Noted(one.step(), one.note()));
            } else if (trace instanceof Trace.Offered offered) {
                offers.add(new RowResult.Offer(offered.step(), offered.stratum(), result(sample, offered.then())));
            }
        }
        return new RowResult(
                sample, emissions, judged, held, people, annotations, leavings, rejections, lost, noted, offers);
    }
}
