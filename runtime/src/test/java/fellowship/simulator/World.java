package fellowship.simulator;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.model.synthetic.SyntheticModel;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Marking;
import fellowship.plan.Orders;
import fellowship.plan.Pick;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SettleRule;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import fellowship.store.RequestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * What does not change from play to play: a plan, its rows, and what models answer. The same request always gets the
 * same answer, be it whole, cut, filtered, unreadable, without a count of its tokens, or refused.
 */
final class World {

    private static final SourcePosition AT = new SourcePosition("simulated.groovy", 1, 1);
    private static final ReplyType REVIEW =
            new ReplyType("Review", List.of(Field.decimal("score", 1, 10), Field.of("feedback", Field.Kind.TEXT)));

    /** Providers, each an account. */
    static final int ACCOUNTS = 2;

    private static final int SELDOM = 16;

    final long seed;
    final int rows;
    final boolean schemas;
    private final Map<RequestKey, Said> said = new HashMap<>();
    private final ChatModel speaker;
    private final int ill;

    /** How an answer ends, for good. */
    enum Ending {
        WHOLE,
        CUT_SHORT,
        FILTERED,
        UNREADABLE,
        UNCOUNTED,
        FORBIDDEN,
        FAILING
    }

    /** What is said to a request: its bytes, and what it really takes. */
    record Said(Ending ending, String text, byte[] body, Usage usage) {}

    World(long seed, int rows) {
        this.seed = seed;
        this.rows = rows;
        SplittableRandom random = new SplittableRandom(seed);
        this.schemas = random.nextInt(3) > 0;
        this.speaker = SyntheticModel.of("unreadable=0.03,tie=0.2,characters=120#" + seed);
        this.ill = random.nextInt(3) == 0 ? 0 : random.nextInt(200, 2_400);
    }

    /** Writers at one provider, all who judge at another, each a model of its own. */
    static Map<String, ModelRef> roles() {
        Map<String, ModelRef> roles = new LinkedHashMap<>();
        roles.put("writer", new ModelRef("pens", "writer"));
        List.of("critic", "judge", "one", "two", "three")
                .forEach(name -> roles.put(name, new ModelRef("benches", name)));
        return roles;
    }

    Plan plan(Budget budget) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        Step.Read read = new Step.Read(
                "rows",
                List.of("rows.jsonl"),
                new RowType(
                        "Task", List.of(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT))),
                AT);
        List<Agent> agents = List.of(agent("writer", Optional.empty()), agent("critic", Optional.of(REVIEW)));
        List<Annotator> annotators = new ArrayList<>();
        List<Step> steps = new ArrayList<>(List.of(read));
        switch (random.nextInt(4)) {
            case 0 -> {
                annotators.add(judge("judge", random));
                steps.add(new Step.Generate("drafts", "rows", List.of("writer"), 2, AT));
                steps.add(new Step.Compare("verdicts", "drafts", "judge", List.of(), AT));
                steps.add(new Step.Pairs("pairs", "verdicts", new Step.Pairing.Decided(), OptionalDouble.empty(), AT));
            }
            case 1 -> {
                int atMost = random.nextInt(2, 4);
                steps.add(new Step.Refine(
                        "loop", "rows", "writer", List.of("critic"), atMost, true, Optional.empty(), AT));
                steps.add(new Step.Pairs(
                        "pairs", "loop", new Step.Pairing.Picked(Pick.best, Pick.first), OptionalDouble.of(0.1), AT));
                steps.add(into("loop", DatasetType.CRITIQUES, "critiques"));
            }
            case 2 -> {
                List<String> jurors = List.of("one", "two", "three");
                jurors.forEach(name -> annotators.add(judge(name, random)));
                annotators.add(new Jury(
                        "jury", jurors, SettleRule.majority, Map.of(), Jury.FamilyRule.warn, Optional.empty(), AT));
                steps.add(new Step.Generate("drafts", "rows", List.of("writer"), 2, AT));
                steps.add(new Step.Compare("verdicts", "drafts", "jury", List.of(), AT));
                steps.add(new Step.Pairs("pairs", "verdicts", new Step.Pairing.Decided(), OptionalDouble.empty(), AT));
            }
            default -> {
                annotators.add(judge("judge", random).with(Marking.standard()));
                steps.add(new Step.Generate("drafts", "rows", List.of("writer"), random.nextInt(2, 5), AT));
                steps.add(new Step.Score("scored", "drafts", "judge", List.of(), AT));
                steps.add(new Step.Pairs(
                        "pairs", "scored", new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.of(0.1), AT));
            }
        }
        steps.add(into("pairs", DatasetType.DPO, "pairs"));
        return new Plan("simulated", "", List.of(), Map.of(), budget, seed, agents, annotators, steps);
    }

    private static Step.Into into(String from, DatasetType type, String name) {
        return new Step.Into("into-" + name, from, type, name, OptionalDouble.empty(), AT);
    }

    private static Agent agent(String name, Optional<ReplyType> reply) {
        return new Agent(
                name,
                name,
                Sampling.standard().withMaxTokens(200),
                Optional.empty(),
                PromptTemplate.parse(reply.isPresent() ? "Question: {{prompt}}\nAnswer: {{answer}}" : "{{prompt}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reply,
                AT);
    }

    private static Judge judge(String name, SplittableRandom random) {
        return Judge.standard(name, name, AT)
                .with(Sampling.standard().withMaxTokens(200))
                .with(Marking.standard().with(random.nextBoolean() ? Marking.Form.DIRECT : Marking.Form.COMBINED))
                .with(random.nextBoolean() ? Orders.standard() : Orders.one());
    }

    void writeInput(Path folder) {
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            lines.append("{\"id\": \"r")
                    .append(row)
                    .append("\", \"prompt\": \"Question ")
                    .append(row)
                    .append(" of ")
                    .append(seed)
                    .append("\"}\n");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("rows.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Said answer(RequestKey key, ChatRequest request) {
        return said.computeIfAbsent(key, same -> say(same, request));
    }

    /** The text that this request is answered with, if it was ever asked. */
    Optional<String> text(RequestKey key) {
        return Optional.ofNullable(said.get(key)).map(Said::text);
    }

    private Said say(RequestKey key, ChatRequest request) {
        byte[] digest = key.bytes();
        int drawn = (digest[0] & 0xff) << 8 | digest[1] & 0xff;
        Ending ending = drawn < ill ? Ending.values()[1 + (digest[2] & 0xff) % 6] : Ending.WHOLE;
        if (ending == Ending.FAILING && (digest[4] & 0xff) % SELDOM > 0) {
            ending = Ending.FILTERED; // Where several calls fail for good and no other is left, it is taken for an
            // outage.
        }
        Completion whole = Objects.requireNonNull(speaker.complete(request).block());
        String text = ending == Ending.UNREADABLE ? "I would rather not say." : whole.text();
        if (ending == Ending.CUT_SHORT) {
            text = text.substring(0, text.length() / 2);
        }
        Usage usage = Usage.of(20 + (digest[3] & 0x3f), Math.min(200, 1 + text.length() / 4));
        return new Said(ending, text, body(ending, text, usage), usage);
    }

    private static byte[] body(Ending ending, String text, Usage usage) {
        Map<String, Object> body = new LinkedHashMap<>();
        String finish = ending == Ending.CUT_SHORT ? "length" : ending == Ending.FILTERED ? "content_filter" : "stop";
        body.put(
                "choices",
                List.of(Map.of(
                        "index", 0, "finish_reason", finish, "message", Map.of("role", "assistant", "content", text))));
        body.put("model", "simulated");
        if (ending != Ending.UNCOUNTED) {
            body.put(
                    "usage",
                    Map.of(
                            "prompt_tokens",
                            usage.inputTokens(),
                            "completion_tokens",
                            usage.outputTokens(),
                            "total_tokens",
                            usage.inputTokens() + usage.outputTokens()));
        }
        return JsonMapper.shared().writeValueAsBytes(body);
    }
}
