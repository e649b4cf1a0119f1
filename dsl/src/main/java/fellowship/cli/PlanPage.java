package fellowship.cli;

import fellowship.config.Configuration;
import fellowship.config.Price;
import fellowship.plan.Estimate;
import fellowship.plan.EstimateInput;
import fellowship.plan.Estimator;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanTable;
import fellowship.plan.PlanTree;
import fellowship.text.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A plan with its estimate, as tables or as JSON. */
final class PlanPage {

    private final OpenScript script;
    private final Optional<Long> limit;
    private final Terminal terminal;

    PlanPage(OpenScript script, Optional<Long> limit, Terminal terminal) {
        this.script = script;
        this.limit = limit;
        this.terminal = terminal;
    }

    void print(boolean json) {
        Plan plan = script.readyPlan();
        SourceMeasure measure = SourceMeasure.of(plan, script.file().base(), limit);
        Configuration settings = script.settings();
        Estimate estimate = Estimator.estimate(
                plan,
                new EstimateInput(
                        measure.sources(), (model, input, output) -> usd(settings.price(model), input, output)));
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(PlanTree.of(plan));
            all.put("fingerprint", Fingerprint.of(plan));
            all.put("models", resolved(plan, settings));
            all.put("estimate", plain(estimate));
            terminal.out().print(Json.of(all));
            return;
        }
        terminal.out().println(plan.name() + (plan.about().isEmpty() ? "" : ": " + plan.about()));
        terminal.out().println();
        terminal.out().println(PlanTable.of(plan));
        models(plan, settings);
        terminal.out().println();
        measure.notes().forEach(terminal.out()::println);
        estimate(estimate);
        budget(plan, estimate);
    }

    private static OptionalDouble usd(Optional<Price> price, double input, double output) {
        return price.map(known -> OptionalDouble.of((input * known.inputUsd() + output * known.outputUsd()) / 1e6))
                .orElse(OptionalDouble.empty());
    }

    private void models(Plan plan, Configuration settings) {
        List<List<String>> rows = new ArrayList<>();
        OpenScript.models(plan)
                .forEach(model -> rows.add(List.of(
                        model,
                        settings.resolve(model).toString(),
                        settings.isUnbound(model) ? "nobody: the default" : bound(model),
                        settings.price(model).map(PlanPage::words).orElse("not known"))));
        terminal.out().print(Columns.of(List.of("role", "model", "bound by", "price for a million tokens"), rows));
    }

    private static String words(Price price) {
        return price.equals(Price.FREE)
                ? "free"
                : Figures.usd(price.inputUsd()) + " in, " + Figures.usd(price.outputUsd()) + " out";
    }

    private String bound(String model) {
        return Optional.ofNullable(script.configuration().origins().get(model)).orElse("the script");
    }

    private void estimate(Estimate estimate) {
        List<List<String>> rows = new ArrayList<>();
        estimate.lines()
                .forEach(line -> rows.add(List.of(
                        line.step() + ", " + line.who(),
                        three(
                                line.low().calls(),
                                line.expected().calls(),
                                line.worst().calls()),
                        three(
                                line.low().inputTokens(),
                                line.expected().inputTokens(),
                                line.worst().inputTokens()),
                        three(
                                line.low().outputTokens(),
                                line.expected().outputTokens(),
                                line.worst().outputTokens()),
                        three(
                                line.low().usd(),
                                line.expected().usd(),
                                line.worst().usd()))));
        rows.add(List.of(
                "in all",
                three(
                        estimate.low().calls(),
                        estimate.expected().calls(),
                        estimate.worst().calls()),
                three(
                        estimate.low().inputTokens(),
                        estimate.expected().inputTokens(),
                        estimate.worst().inputTokens()),
                three(
                        estimate.low().outputTokens(),
                        estimate.expected().outputTokens(),
                        estimate.worst().outputTokens()),
                three(
                        estimate.low().usd(),
                        estimate.expected().usd(),
                        estimate.worst().usd())));
        terminal.out().println("low / expected / worst:");
        terminal.out().print(Columns.of(List.of("step", "calls", "tokens in", "tokens out", "cost"), rows));
        if (!estimate.unpriced().isEmpty()) {
            terminal.out()
                    .println(
                            "no price is known for " + String.join(", ", estimate.unpriced())
                                    + "; put it in fellowship.toml: [providers.NAME.prices] \"MODEL\" = { input = …, output = … }");
        }
    }

    private void budget(Plan plan, Estimate estimate) {
        plan.budget().usd().ifPresent(cap -> terminal.out()
                .println("budget: " + Figures.usd(cap)
                        + over(estimate.expected().usd().orElse(0) > cap)));
        plan.budget().calls().ifPresent(cap -> terminal.out()
                .println("budget: " + Figures.of(cap, "call")
                        + over(estimate.expected().calls() > cap)));
    }

    private static String over(boolean passed) {
        return passed ? ", less than expected: the run will stop there and can be resumed with more" : "";
    }

    private static String three(long low, long expected, long worst) {
        return Figures.brief(low) + " / " + Figures.brief(expected) + " / " + Figures.brief(worst);
    }

    private static String three(OptionalDouble low, OptionalDouble expected, OptionalDouble worst) {
        return low.isEmpty() || expected.isEmpty() || worst.isEmpty()
                ? "not known"
                : Figures.usd(low.getAsDouble()) + " / " + Figures.usd(expected.getAsDouble()) + " / "
                        + Figures.usd(worst.getAsDouble());
    }

    private static Map<String, Object> resolved(Plan plan, Configuration settings) {
        Map<String, Object> models = new LinkedHashMap<>();
        OpenScript.models(plan)
                .forEach(model -> models.put(model, settings.resolve(model).toString()));
        return models;
    }

    private static Map<String, Object> plain(Estimate estimate) {
        Map<String, Object> plain = new LinkedHashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Estimate.Line line : estimate.lines()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("step", line.step());
            one.put("who", line.who());
            one.put("model", line.model());
            one.put("low", plain(line.low()));
            one.put("expected", plain(line.expected()));
            one.put("worst", plain(line.worst()));
            lines.add(one);
        }
        plain.put("low", plain(estimate.low()));
        plain.put("expected", plain(estimate.expected()));
        plain.put("worst", plain(estimate.worst()));
        plain.put("steps", lines);
        plain.put("unpriced", estimate.unpriced());
        return plain;
    }

    private static Map<String, Object> plain(Estimate.Load load) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("calls", load.calls());
        plain.put("input-tokens", load.inputTokens());
        plain.put("output-tokens", load.outputTokens());
        load.usd().ifPresent(usd -> plain.put("usd", usd));
        return plain;
    }
}
