package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import fellowship.row.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Small plans, and models that answer from a function and remember what they were asked. */
final class Fixture {

    static final SourcePosition AT = new SourcePosition("test.groovy", 1, 1);
    static final Step.Read READ = new Step.Read("rows", List.of("rows.jsonl"), new RowType("Task", List.of()), AT);
    static final ReplyType REVIEW =
            new ReplyType("Review", List.of(Field.decimal("score", 1, 10), Field.of("feedback", Field.Kind.TEXT)));

    final List<ChatRequest> asked = Collections.synchronizedList(new ArrayList<>());
    private final Function<ChatRequest, Mono<Completion>> answers;
    private boolean schemas = true;

    private Fixture(Function<ChatRequest, Mono<Completion>> answers) {
        this.answers = answers;
    }

    static Fixture answering(Function<ChatRequest, String> answers) {
        return new Fixture(request -> Mono.fromSupplier(() -> completion(answers.apply(request))));
    }

    static Fixture with(Function<ChatRequest, Mono<Completion>> answers) {
        return new Fixture(answers);
    }

    static Completion completion(String text) {
        return Completion.of(text, Usage.of(1, 1), "test");
    }

    RowResult run(Plan plan, Map<String, Object> columns) {
        ChatModel model = request -> {
            asked.add(request);
            return answers.apply(request);
        };
        Asking asking =
                new Asking(role -> new ModelRef("test", role), ref -> model, Schedulers.immediate(), ref -> schemas);
        return new Engine(plan, asking, path -> path, Knowledge.nothing())
                .run(READ, new Sample(0, "r1", "rows.jsonl:1", columns))
                .block();
    }

    static Plan plan(List<Agent> agents, List<Judge> judges, Step... steps) {
        List<Step> all = new ArrayList<>();
        all.add(READ);
        all.addAll(List.of(steps));
        return new Plan("test", "", List.of(), Map.of(), Budget.none(), 7, agents, List.<Annotator>copyOf(judges), all);
    }

    static Agent writer(String name) {
        return agent(name, "{{prompt}}", Optional.empty());
    }

    static Agent critic(String name) {
        return agent(name, "Q: {{prompt}} A: {{answer}}", Optional.of(REVIEW));
    }

    static Agent agent(String name, String prompt, Optional<ReplyType> reply) {
        return new Agent(
                name,
                name,
                Sampling.standard(),
                Optional.empty(),
                PromptTemplate.parse(prompt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reply,
                AT);
    }

    static Judge judge(Marking.Form form, boolean bothOrders) {
        return Judge.standard("judge", "judge", AT)
                .with(Marking.standard().with(form))
                .with(new Orders(bothOrders, OrderRule.consistent));
    }

    static String last(ChatRequest request) {
        return request.messages().get(request.messages().size() - 1).text();
    }

    static Step.Into into(String from, fellowship.plan.DatasetType type) {
        return new Step.Into("out", from, type, "out", java.util.OptionalDouble.empty(), AT);
    }
}
