package fellowship.plan;

import fellowship.chat.Sampling;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Plans for tests: a paper's feedback loop and its parts. */
final class Plans {

    static final RowType TASK =
            new RowType("Task", List.of(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT)));
    static final ReplyType REVIEW =
            new ReplyType("Review", List.of(Field.decimal("score", 1, 10), Field.of("feedback", Field.Kind.TEXT)));

    private Plans() {}

    static SourcePosition at(int line) {
        return new SourcePosition("loop.groovy", line, 1);
    }

    static Agent agent(String name, String model, String prompt, ReplyType reply) {
        return new Agent(
                name,
                model,
                Sampling.standard(),
                Optional.empty(),
                PromptTemplate.parse(prompt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(reply),
                at(10));
    }

    static Agent writer() {
        return agent("writer", "writer", "{{prompt}}", null);
    }

    static Agent critic() {
        return agent("critic", "critic", "Question: {{prompt}}\nAnswer: {{answer}}", REVIEW);
    }

    static Judge judge(String name, Marking.Form form, boolean bothOrders) {
        return Judge.standard(name, "judge", at(11))
                .with(Marking.standard().with(form))
                .with(new Orders(bothOrders, OrderRule.consistent));
    }

    static Step.Read read() {
        return new Step.Read("tasks", List.of("vicuna80.jsonl"), TASK, at(20));
    }

    static Step.Refine refine(int atMost, boolean stops) {
        Leaf<Predicate<Map<String, Object>>> stop =
                new Leaf<>("it.score >= 9", "d1", reply -> ((Number) reply.get("score")).doubleValue() >= 9);
        return new Step.Refine(
                "loop",
                "tasks",
                "writer",
                List.of("critic"),
                atMost,
                true,
                stops ? Optional.of(stop) : Optional.empty(),
                at(21));
    }

    static Step.Generate generate(int samples) {
        return new Step.Generate("drafts", "tasks", List.of("writer"), samples, at(21));
    }

    static Step.Pairs pairs(String from, Pick chosen, Pick rejected) {
        return new Step.Pairs("pairs", from, new Step.Pairing.Picked(chosen, rejected), OptionalDouble.of(1), at(22));
    }

    static Step.Into into(DatasetType type, String name, String from) {
        return new Step.Into("into-" + name, from, type, name, OptionalDouble.empty(), at(23));
    }

    static Plan of(List<Agent> agents, List<Judge> judges, Step... steps) {
        return new Plan(
                "loop",
                "a loop",
                List.of(),
                Map.of(),
                Budget.none(),
                7,
                agents,
                List.<Annotator>copyOf(judges),
                List.of(steps));
    }

    static Plan loop() {
        return of(
                List.of(writer(), critic()),
                List.of(),
                read(),
                refine(3, true),
                pairs("loop", Pick.best, Pick.first),
                into(DatasetType.DPO, "pairs", "pairs"),
                into(DatasetType.CRITIQUES, "critiques", "loop"));
    }

    /** What the validator says, as it is printed. */
    static List<String> problems(Plan plan) {
        return PlanValidator.validate(plan).stream().map(PlanProblem::toString).toList();
    }
}
