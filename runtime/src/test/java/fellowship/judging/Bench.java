package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Usage;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SourcePosition;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.row.Verdict;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A bench of judges whose models answer from a function; it remembers what they were asked. A judge's role is its name. */
final class Bench {

    static final SourcePosition AT = new SourcePosition("test.groovy", 1, 1);
    static final Draft GOOD = Draft.given("a", "because");
    static final Draft BAD = Draft.given("b", "dunno");
    private static final long SEED = 7;

    final List<ChatRequest> asked = Collections.synchronizedList(new ArrayList<>());
    private final Function<ChatRequest, Mono<Completion>> answers;
    private boolean schemas = true;

    private Bench(Function<ChatRequest, Mono<Completion>> answers) {
        this.answers = answers;
    }

    static Bench answering(Function<ChatRequest, String> answers) {
        return new Bench(request -> Mono.fromSupplier(() -> completion(answers.apply(request))));
    }

    static Bench with(Function<ChatRequest, Mono<Completion>> answers) {
        return new Bench(answers);
    }

    /** Its providers take no schema, so that replies are laid out in lines. */
    Bench inLines() {
        schemas = false;
        return this;
    }

    static Completion completion(String text) {
        return Completion.of(text, Usage.of(1, 1), "test");
    }

    Asking asking() {
        ChatModel model = request -> {
            asked.add(request);
            return answers.apply(request);
        };
        return new Asking(Bench::ref, ref -> model, Schedulers.immediate(), ref -> schemas);
    }

    private static ModelRef ref(String role) {
        return ModelRef.isReference(role) ? ModelRef.parse(role) : new ModelRef("test", role);
    }

    static Plan plan(Annotator... all) {
        return new Plan("test", "", List.of(), Map.of(), Budget.none(), SEED, List.of(), List.of(all), List.of());
    }

    static Dice dice() {
        return Dice.of(SEED);
    }

    Annotators annotators(Annotator... all) {
        return new Annotators(plan(all), asking());
    }

    /** The verdict of the first annotator. */
    Verdict verdict(Annotator... all) {
        return verdict(row("r1"), GOOD, BAD, all);
    }

    Verdict verdict(Row row, Draft first, Draft second, Annotator... all) {
        return Objects.requireNonNull(annotators(all)
                .comparing(all[0].name(), Settled.nothing())
                .compare(row, first, second)
                .block());
    }

    static Row row(String id) {
        return row(id, Map.of("prompt", "why?"));
    }

    static Row row(String id, Map<String, Object> columns) {
        return Row.of(new Sample(0, id, "rows.jsonl:1", columns));
    }

    static Draft written(String id, String text, String model) {
        Reply reply = new Reply("writer", ref(model), List.of(Message.user("q")), completion(text), "00");
        return Draft.written(id, reply);
    }

    static Judge judge(String name, Marking.Form form) {
        return Judge.standard(name, name, AT).with(Marking.standard().with(form));
    }

    static Judge direct(String name) {
        return judge(name, Marking.Form.DIRECT);
    }

    static Judge scoring(String name) {
        return judge(name, Marking.Form.COMBINED);
    }

    static Orders both(OrderRule rule) {
        return new Orders(true, rule);
    }

    static String last(ChatRequest request) {
        return request.messages().get(request.messages().size() - 1).text();
    }
}
