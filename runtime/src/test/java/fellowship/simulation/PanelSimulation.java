package fellowship.simulation;

import fellowship.engine.Knowledge;
import fellowship.plan.Annotator;
import fellowship.plan.Jury;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.simulation.Coverage.Reading;
import fellowship.stats.WinRate;
import fellowship.tally.Estimate;
import fellowship.tally.JudgeFigures;
import fellowship.tally.Share;
import fellowship.tally.Tally;
import fellowship.tally.TallyFigures;
import fellowship.tally.WriterFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two writers; three jurors with biases of their own see each pair in both orders; most votes decide. */
final class PanelSimulation {

    static final Writer ONE = new Writer("one", "llama", 0, 260);
    static final Writer TWO = new Writer("two", "qwen", 0.3, 340);
    static final Juror KIN = new Juror("kin", "llama", 0.3, 0.4, 0.6, 1.2, 0.4, 0.15, 0.2);
    static final Juror FIRST = new Juror("first", "gemma", 0.8, 0, 0, 1.0, 0.4, 0.3, 0.2);
    static final Juror LONG = new Juror("long", "mistral", -0.2, 1.2, 0, 1.4, 0.4, 0.1, 0.2);
    static final List<Juror> JURORS = List.of(KIN, FIRST, LONG);
    static final int ROWS = 200;

    private PanelSimulation() {}

    static Map<String, Double> truths() {
        Population population = new Population(ONE, TWO);
        Truth truth = new Truth(population);
        Map<String, Double> all = new LinkedHashMap<>();
        for (Juror juror : JURORS) {
            String name = juror.name();
            all.put(name + ": candidate seen first wins", truth.firstWins(juror));
            all.put(name + ": both orders consistent", truth.consistency(juror));
            all.put(name + ": unreadable", juror.unread());
            all.put(name + ": repaired", 1 - juror.unreadable());
            all.put(name + ": longer wins", truth.longerWins(juror));
            all.put(name + ": winner's length less loser's", truth.gap(juror));
            all.put(name + ": win rate of one", truth.winRate(pair -> Truth.half(juror.consistent(pair))));
        }
        all.put("kin: self-lift", truth.selfLift(KIN, List.of(FIRST, LONG), true));
        for (int i = 0; i < JURORS.size(); i++) {
            for (int j = i + 1; j < JURORS.size(); j++) {
                String two = JURORS.get(i).name() + " and " + JURORS.get(j).name();
                all.put(two + ": same", truth.agreement(JURORS.get(i), JURORS.get(j)));
                all.put(two + ": kappa", truth.kappa(JURORS.get(i), JURORS.get(j)));
            }
        }
        all.put(
                "panel: win rate of one",
                truth.winRate(pair -> Truth.half(Truth.majority(JURORS, pair).outcome())));
        all.put(
                "panel: dissent",
                population.ratio(pair -> Truth.majority(JURORS, pair).dissent(), pair -> Truth.majority(JURORS, pair)
                        .votes()));
        all.put("panel: alpha", truth.alpha(JURORS));
        return all;
    }

    static Map<String, Reading> run(int simulation) {
        return readings(figures(simulation, ROWS));
    }

    static TallyFigures figures(int simulation, int rows) {
        Plan plan = plan(simulation);
        House house = new House(plan, Knowledge.nothing());
        Tally tally = new Tally(plan);
        for (int row = 0; row < rows; row++) {
            tally.take(house.play(row, Map.of("prompt", "Question " + row + " of " + simulation + "?")));
        }
        return tally.figures();
    }

    private static Plan plan(int simulation) {
        List<Annotator> annotators = new ArrayList<>();
        JURORS.forEach(juror -> annotators.add(House.judge(juror, Orders.standard(), 0, 0)));
        annotators.add(new Jury(
                "panel",
                JURORS.stream().map(Juror::name).toList(),
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.warn,
                Optional.empty(),
                House.AT));
        return House.plan(
                simulation,
                List.of(House.writer(ONE, simulation), House.writer(TWO, simulation)),
                annotators,
                new Step.Generate("drafts", "rows", List.of("one", "two"), 1, House.AT),
                new Step.Compare("compared", "drafts", "panel", List.of(), House.AT));
    }

    private static Map<String, Reading> readings(TallyFigures figures) {
        Map<String, Reading> all = new LinkedHashMap<>();
        for (JudgeFigures judge : figures.judges()) {
            String name = judge.name();
            all.put(
                    name + ": candidate seen first wins",
                    reading(judge.position().orElseThrow().firstWins()));
            all.put(
                    name + ": both orders consistent",
                    reading(judge.position().orElseThrow().consistent()));
            all.put(name + ": unreadable", reading(judge.unreadable()));
            all.put(name + ": repaired", reading(judge.repaired()));
        }
        figures.lengths().forEach((name, lengths) -> {
            all.put(name + ": longer wins", reading(lengths.longerWins()));
            all.put(name + ": winner's length less loser's", reading(lengths.gap()));
        });
        for (WriterFigures voice : figures.writers()) {
            WinRate wins = voice.rates().stream()
                    .filter(rate -> rate.writer().name().equals("one"))
                    .findFirst()
                    .orElseThrow()
                    .wins();
            all.put(
                    voice.voice() + ": win rate of one",
                    new Reading(wins.rate(WinRate.Ties.HALF).value(), wins.interval(WinRate.Ties.HALF, 0.95)));
            all.put(voice.voice() + ": self-lift", reading(voice.selfLift()));
        }
        figures.votes().orElseThrow().cells().forEach(cell -> {
            String two = cell.one() + " and " + cell.other();
            all.put(two + ": same", reading(cell.same()));
            all.put(two + ": kappa", reading(cell.agreement()));
        });
        all.put("panel: dissent", reading(figures.juries().get(0).dissent()));
        all.put("panel: alpha", reading(figures.juries().get(0).agreement().alpha()));
        return all;
    }

    static Reading reading(Share share) {
        return new Reading(share.rate(), share.interval());
    }

    static Reading reading(Estimate estimate) {
        return new Reading(estimate.value().value(), estimate.interval());
    }
}
