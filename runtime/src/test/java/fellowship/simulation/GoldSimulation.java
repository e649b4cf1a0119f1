package fellowship.simulation;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.model.synthetic.SyntheticModel;
import fellowship.plan.Agreement;
import fellowship.plan.Leaf;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.simulation.Coverage.Reading;
import fellowship.tally.AgreementFigures;
import fellowship.tally.AgreementTally;
import fellowship.tally.JudgeFigures;
import fellowship.tally.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Two judges are held against gold: one sees each pair once, in a drawn order, and again with a worthless answer; the other
 * sees both orders. The candidates are columns of the input, and gold is the better one.
 */
final class GoldSimulation {

    static final Writer A = new Writer("a", "olmo", 0.2, 300);
    static final Writer B = new Writer("b", "phi", 0, 300);
    static final Juror ONCE = new Juror("once", "judge", 0.6, 0, 0, 0.9, 0.5, 0.2, 0.2);
    static final Juror TWICE = new Juror("twice", "judge", -0.3, 0.5, 0, 1.1, 0.5, 0.1, 0.2);
    static final int ROWS = 200;
    private static final double WORTHLESS = -1;

    private GoldSimulation() {}

    static Map<String, Double> truths() {
        Population population = new Population(A, B);
        Function<Population.Pair, double[]> gold =
                pair -> pair.quality() > 0 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
        Map<String, Function<Population.Pair, double[]>> votes = new LinkedHashMap<>();
        votes.put("gold", gold);
        votes.put("once", ONCE::drawn);
        votes.put("twice", TWICE::consistent);
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("once: candidate seen first wins", new Truth(population).firstWins(ONCE));
        all.put("once: unreadable", ONCE.unread());
        all.put("once: worthless answers that win", (1 - ONCE.unread()) * worthlessWins());
        all.put("twice: items unreadable", 1 - (1 - TWICE.unread()) * (1 - TWICE.unread()));
        all.put("gold: the longer one is better", population.mean(pair -> pair.quality() * pair.length() > 0 ? 1 : 0));
        for (List<String> two : List.of(List.of("gold", "once"), List.of("gold", "twice"), List.of("once", "twice"))) {
            Function<Population.Pair, double[]> one = votes.get(two.get(0));
            Function<Population.Pair, double[]> other = votes.get(two.get(1));
            double same = population.mean(pair -> dot(one.apply(pair), other.apply(pair)));
            double chance = 0;
            for (int i = 0; i < 3; i++) {
                int label = i;
                chance += population.mean(pair -> one.apply(pair)[label])
                        * population.mean(pair -> other.apply(pair)[label]);
            }
            all.put("percent agreement " + two, same);
            all.put("Cohen's kappa " + two, (same - chance) / (1 - chance));
        }
        return all;
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    /** Against either candidate, in either place: all four cases are equally likely. */
    private static double worthlessWins() {
        double sum = 0;
        for (Writer writer : List.of(A, B)) {
            for (double place : new double[] {ONCE.position(), -ONCE.position()}) {
                double deviation = Math.sqrt(1 + Writer.SPREAD * Writer.SPREAD + ONCE.noise() * ONCE.noise());
                sum += Juror.cumulative((WORTHLESS - writer.quality() + place - ONCE.tie()) / deviation) / 4;
            }
        }
        return sum;
    }

    static Map<String, Reading> run(int simulation) {
        Step.Agree agree = agree();
        Plan plan = House.plan(
                simulation,
                List.of(),
                List.of(
                        House.judge(ONCE, Orders.one(), 1, WORTHLESS),
                        House.judge(TWICE, new Orders(true, OrderRule.consistent), 0, WORTHLESS)),
                new Step.Compare("by once", "rows", "once", List.of("a", "b"), House.AT),
                new Step.Compare("by twice", "rows", "twice", List.of("a", "b"), House.AT),
                agree);
        House house = new House(plan, Knowledge.nothing());
        Tally tally = new Tally(plan);
        AgreementTally agreement = new AgreementTally(plan, agree, annotation -> {});
        for (int row = 0; row < ROWS; row++) {
            RowResult result = house.play(row, columns(simulation, row));
            tally.take(result);
            agreement.take(result);
        }
        return readings(
                tally.figures().judges().stream()
                        .filter(judge -> judge.name().equals("once"))
                        .findFirst()
                        .orElseThrow(),
                agreement.figures());
    }

    private static Step.Agree agree() {
        Function<fellowship.row.Row, Optional<Object>> gold =
                row -> Optional.ofNullable(row.columns().get("gold"));
        return new Step.Agree(
                "agreement",
                List.of("by once", "by twice"),
                "agreement",
                new Agreement(
                        Optional.of(new Leaf<>("gold", "gold", gold)),
                        List.of(Agreement.Measure.percent, Agreement.Measure.kappa),
                        0.95,
                        OptionalInt.empty()),
                House.AT);
    }

    static Map<String, Object> columns(int simulation, int row) {
        String prompt = "Question " + row + " of " + simulation + "?";
        String a = write(A, simulation, prompt);
        String b = write(B, simulation, prompt);
        // In one order: the mark of a prompt, and so what is drawn for it, comes from all columns as they stand.
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("prompt", prompt);
        columns.put("a", a);
        columns.put("b", b);
        columns.put("gold", quality(a) > quality(b) ? "a" : "b");
        return columns;
    }

    private static String write(Writer writer, int simulation, String prompt) {
        ModelRef ref = ModelRef.parse(writer.reference(simulation));
        return java.util.Objects.requireNonNull(SyntheticModel.of(ref.model())
                        .complete(new ChatRequest(
                                ref, List.of(Message.user(prompt)), Sampling.standard(), Optional.empty(), 0))
                        .block())
                .text();
    }

    static double quality(String text) {
        String[] words = text.split(" ");
        return Double.parseDouble(words[words.length - 2]);
    }

    private static Map<String, Reading> readings(JudgeFigures once, AgreementFigures figures) {
        Map<String, Reading> all = new LinkedHashMap<>();
        all.put(
                "once: candidate seen first wins",
                PanelSimulation.reading(once.position().orElseThrow().firstWins()));
        all.put("once: unreadable", PanelSimulation.reading(once.unreadable()));
        all.put("once: worthless answers that win", PanelSimulation.reading(once.planted()));
        all.put(
                "twice: items unreadable",
                PanelSimulation.reading(figures.unreadable().get("twice")));
        all.put("gold: the longer one is better", PanelSimulation.reading(figures.pickLonger()));
        figures.lines()
                .forEach(line -> all.put(
                        line.measure() + " " + line.annotators(),
                        new Reading(line.value().value(), line.interval())));
        return all;
    }
}
