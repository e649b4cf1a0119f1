package fellowship.script;

import fellowship.chat.Sampling;
import fellowship.dsl.JudgeSpec;
import fellowship.plan.Brief;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.OrderRule;
import fellowship.plan.Preparation;
import fellowship.plan.SourcePosition;
import fellowship.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Fills a judge's block. */
final class JudgeBuilder extends BlockBuilder implements JudgeSpec {

    private static final PromptTemplate QUESTION = PromptTemplate.parse("{{prompt}}");

    /** How many tokens a provider is asked to tell the probability of: the most that any tells. */
    private static final int LOGPROBS = 20;

    private final MarkingBuilder marking;
    private final OrderBuilder orders;
    private final List<String> contexts = new ArrayList<>();
    private List<String> tools = List.of();
    private List<String> errorTypes = List.of();
    private int mostUses = Preparation.USES;
    private int samples = 1;
    private boolean ownAnswer;
    private double plants;

    JudgeBuilder(Origin origin, Problems problems) {
        super(origin, problems);
        this.marking = new MarkingBuilder(origin, problems);
        this.orders = new OrderBuilder(origin, problems, "a judge");
    }

    @Override
    public void criteria(String template) {
        template("criteria", template);
    }

    @Override
    public void question(String template) {
        template("question", template);
    }

    @Override
    public void reference(String template) {
        template("reference", template);
    }

    @Override
    public void persona(String template) {
        template("persona", template);
    }

    @Override
    public void scoring(Map<String, ?> scale) {
        marking.scored("scoring", Marking.Form.COMBINED, scale);
    }

    @Override
    public void scoringAlone(Map<String, ?> scale) {
        marking.scored("scoringAlone", Marking.Form.INDEPENDENT, scale);
    }

    @Override
    public void expectedScore(Map<String, ?> scale) {
        marking.scored("expectedScore", Marking.Form.EXPECTED, scale);
    }

    @Override
    public void probabilityTrue() {
        marking.truth();
    }

    @Override
    public void directComparison() {
        marking.direct();
    }

    @Override
    public void criterion(Map<String, ?> options, String name, String says) {
        marking.criterion(options, name, says);
    }

    @Override
    public void certainty() {
        once("certainty");
        marking.certainty = true;
    }

    @Override
    public void verdictFirst() {
        marking.reasons(Marking.Reasons.LAST);
    }

    @Override
    public void withoutReasons() {
        marking.reasons(Marking.Reasons.NONE);
    }

    @Override
    public void replyInLines() {
        marking.style(Marking.Style.LINES);
    }

    @Override
    public void replyInJson() {
        marking.style(Marking.Style.JSON);
    }

    @Override
    public void samples(int count) {
        once("samples");
        if (count < 1) {
            problems.error(origin.here(), "samples must be 1 or more, was " + count);
        }
        samples = Math.max(1, count);
    }

    @Override
    public void ownAnswerFirst() {
        once("ownAnswerFirst");
        ownAnswer = true;
    }

    @Override
    public void contexts(String... texts) {
        once("contexts");
        if (texts.length < 2) {
            problems.error(origin.here(), "contexts needs two or more to choose from, was " + texts.length);
            return;
        }
        for (String text : texts) {
            String key = "contexts " + (contexts.size() + 1);
            templates.say(key, "contexts", text);
            contexts.add(key);
        }
    }

    @Override
    public void tools(Map<String, ?> options, String... names) {
        once("tools");
        if (names.length == 0) {
            problems.error(origin.here(), "tools needs the name of a tool, for example tools('calculator')");
        }
        tools = List.of(names);
        mostUses = new NamedNumbers("tools", options, origin, problems)
                .whole("atMost", 1)
                .orElse(Preparation.USES);
    }

    @Override
    public void errorTypes(String... names) {
        once("errorTypes");
        List<String> kinds = List.of(names);
        if (kinds.isEmpty() || kinds.stream().anyMatch(String::isBlank)) {
            problems.error(
                    origin.here(), "errorTypes needs the names of mistakes, for example errorTypes('calculation')");
        }
        errorTypes = kinds;
    }

    @Override
    public void bothOrders() {
        orders.bothOrders();
    }

    @Override
    public void bothOrders(OrderRule rule) {
        orders.bothOrders(rule);
    }

    @Override
    public void oneOrder() {
        orders.oneOrder();
    }

    @Override
    public void plants(double share) {
        once("plants");
        boolean fits = share >= 0 && share <= 1;
        if (!fits) {
            problems.error(origin.here(), "plants must be a share, 0 to 1, was " + share);
        }
        plants = fits ? share : 0;
    }

    BuiltJudge build(String name, SourcePosition at) {
        Brief brief = new Brief(
                templates.get("criteria"),
                templates.get("question").orElse(QUESTION),
                templates.get("reference"),
                templates.get("persona"));
        List<PromptTemplate> contextTemplates =
                contexts.stream().flatMap(key -> templates.get(key).stream()).toList();
        Marking said = marking.marking();
        if (!said.form().sideBySide()) {
            orders.said()
                    .ifPresent(there -> problems.warn(
                            there,
                            "judge '" + name + "' sees one candidate at a time, so their order cannot matter; take '"
                                    + (orders.orders().both() ? "bothOrders" : "oneOrder") + "' out"));
        }
        Judge judge = Judge.standard(name, role(name), at)
                .with(marking.readsProbabilities() ? probable(sampling) : sampling)
                .with(brief)
                .with(said)
                .with(orders.orders())
                .with(new Preparation(ownAnswer, contextTemplates, tools, mostUses))
                .withSamples(samples)
                .withErrorTypes(errorTypes)
                .withPlants(plants);
        return new BuiltJudge(judge, templates);
    }

    /** The words of its templates, each context by itself. */
    static List<String> templates(BuiltJudge judge) {
        List<String> words = new ArrayList<>(List.of("criteria", "question", "reference", "persona"));
        for (int i = 1; i <= judge.plan().preparation().contexts().size(); i++) {
            words.add("contexts " + i);
        }
        return words;
    }

    private static Sampling probable(Sampling sampling) {
        return new Sampling(
                sampling.temperature(),
                sampling.topP(),
                sampling.maxTokens(),
                sampling.stop(),
                OptionalInt.of(LOGPROBS));
    }
}
