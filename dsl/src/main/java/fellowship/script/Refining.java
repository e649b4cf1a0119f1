package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.RefineSpec;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One {@code refine}: a writer, its reviewers, and what each template of theirs can be filled with. */
final class Refining<R> {

    private final PlanBuilder plan;
    private final SourcePosition at;
    private final BuiltAgent<?> writer;
    private final List<? extends BuiltAgent<? extends R>> reviewers;

    Refining(PlanBuilder plan, SourcePosition at, BuiltAgent<?> writer, List<? extends Agent<? extends R>> reviewers) {
        this.plan = plan;
        this.at = at;
        this.writer = writer;
        this.reviewers = reviewers.stream().map(BuiltAgent::of).toList();
    }

    Node step(Node input, RowType columns, Consumer<RefineSpec<R>> block) {
        if (reviewers.isEmpty()) {
            plan.problems.error(at, "refine needs a reviewer");
        }
        RefineBuilder<R> said = new RefineBuilder<>(plan.origin, plan.problems, reply());
        block.accept(said);
        if (said.stopWhen.isPresent() && replies().count() > 1) {
            plan.problems.error(at, "stopWhen needs reviewers that reply with the same record");
        }
        if (said.atMost.isEmpty()) {
            plan.problems.error(at, "refine needs to know when to end; add: atMost 3");
        }
        checkHoles(columns);
        OptionalInt atMost = said.atMost;
        List<String> names = reviewers.stream().map(Agent::name).toList();
        return plan.add(
                "refine",
                Optional.of(input),
                (id, from) -> new Step.Refine(
                        id, from, writer.name(), names, atMost.orElse(2), said.reviewLast, said.stopWhen, at));
    }

    private void checkHoles(RowType columns) {
        Holes holes = new Holes(plan.problems, "refine", at, columns);
        holes.check(writer.name(), writer.templates(), List.of("system", "prompt", "image"), Holes.names(columns));
        holes.check(writer.name(), writer.templates(), List.of("revise"), afterReview(columns));
        Set<String> withAnswer = Holes.names(columns, "answer");
        for (BuiltAgent<? extends R> reviewer : reviewers) {
            holes.check(
                    reviewer.name(), reviewer.templates(), List.of("system", "prompt", "again", "image"), withAnswer);
            reviewer.templates().get("prompt").ifPresent(prompt -> {
                if (!prompt.holes().contains("answer")) {
                    plan.problems.warn(
                            reviewer.plan().at(),
                            "'" + reviewer.name() + "' reviews drafts, but its prompt has no {{answer}} to show one");
                }
            });
        }
    }

    private Set<String> afterReview(RowType columns) {
        Set<String> names = new LinkedHashSet<>(Holes.names(columns, "answer", "feedback"));
        reviewers.forEach(reviewer -> reviewer.plan()
                .reply()
                .ifPresent(reply -> reply.fields().stream().map(Field::name).forEach(names::add)));
        return names;
    }

    /** What {@code stopWhen} sees: the reviewers' record, or their text. */
    private Function<Map<String, Object>, R> reply() {
        return replies()
                .filter(type -> RecordShape.of(type).isPresent())
                .findFirst()
                .<Function<Map<String, Object>, R>>map(type -> new RecordReader<R>(type))
                .orElse(Refining::text);
    }

    @SuppressWarnings("unchecked") // where there is one type only, R is that type
    private Stream<Class<R>> replies() {
        return reviewers.stream().map(reviewer -> (Class<R>) reviewer.type()).distinct();
    }

    @SuppressWarnings("unchecked") // a reviewer without a record replies in text, so R is String
    private static <R> R text(Map<String, Object> fields) {
        return (R) String.valueOf(fields.get("feedback"));
    }
}
