package fellowship.simulation;

import fellowship.ask.Asking;
import fellowship.chat.ChatModel;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.engine.Engine;
import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.model.synthetic.SyntheticModel;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.scheduler.Schedulers;

/** Plans of synthetic models, played by the real engine in this thread. */
final class House {

    static final SourcePosition AT = new SourcePosition("simulation", 0, 0);
    static final Step.Read READ = new Step.Read("rows", List.of("rows.jsonl"), new RowType("Task", List.of()), AT);

    private final Engine engine;

    House(Plan plan, Knowledge knowledge) {
        Map<ModelRef, ChatModel> models = new ConcurrentHashMap<>();
        Asking asking = new Asking(
                ModelRef::parse,
                ref -> models.computeIfAbsent(ref, one -> SyntheticModel.of(one.model())),
                Schedulers.immediate(),
                ref -> true);
        this.engine = new Engine(plan, asking, path -> path, knowledge);
    }

    /** Prints figures, where somebody asked for a number of simulations. */
    static void tell(String format, Object... figures) {
        if (Integer.getInteger("simulations") != null) {
            System.out.println(String.format(java.util.Locale.ROOT, format, figures));
        }
    }

    RowResult play(int row, Map<String, Object> columns) {
        RowResult result = engine.run(READ, new Sample(row, "r" + row, "rows:" + row, columns))
                .block();
        if (result == null) {
            throw new AssertionError("a row came to no end");
        }
        return result;
    }

    static Plan plan(long seed, List<Agent> agents, List<Annotator> annotators, Step... steps) {
        List<Step> all = new ArrayList<>(List.of(READ));
        all.addAll(List.of(steps));
        return new Plan("simulation", "", List.of(), Map.of(), Budget.none(), seed, agents, annotators, all);
    }

    static Agent writer(Writer writer, int simulation) {
        return new Agent(
                writer.name(),
                writer.reference(simulation),
                Sampling.standard(),
                Optional.empty(),
                PromptTemplate.parse("{{prompt}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AT);
    }

    static Judge judge(Juror juror, Orders orders, double plants, double plain) {
        return Judge.standard(juror.name(), juror.reference(plain), AT)
                .with(Marking.standard().with(Marking.Form.DIRECT))
                .with(orders)
                .withPlants(plants);
    }
}
