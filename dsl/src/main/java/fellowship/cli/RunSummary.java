package fellowship.cli;

import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.run.Costs;
import fellowship.run.Ledger;
import fellowship.run.RunReport;
import fellowship.text.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run came to, for people and for machines. */
final class RunSummary {

    private final OpenScript script;
    private final RunReport report;
    private final Duration elapsed;
    private final Terminal terminal;

    RunSummary(OpenScript script, RunReport report, Duration elapsed, Terminal terminal) {
        this.script = script;
        this.report = report;
        this.elapsed = elapsed;
        this.terminal = terminal;
    }

    void print() {
        if (report.ending() == RunReport.Ending.UNCHANGED) {
            terminal.out()
                    .println("nothing to do: " + show(report.folder())
                            + " holds the result of this script and this input");
        }
        List<List<String>> outputs = new ArrayList<>();
        report.outputs()
                .forEach(output -> outputs.add(
                        List.of(output.name(), output.type(), Figures.count(output.rows()), show(output.file()))));
        boolean agreements =
                report.outputs().stream().anyMatch(output -> output.type().equals(RunReport.AGREEMENT));
        terminal.out().print(Columns.of(List.of(agreements ? "output" : "data set", "kind", "rows", "file"), outputs));
        terminal.out().print(AgreementSummary.of(report));
        terminal.out().println(ledger(report.ledger()));
        reasons("filtered", report.ledger().rules());
        reasons("rejected", report.ledger().reasons());
        terminal.out()
                .println("calls: " + Figures.count(report.calls()) + " made, " + Figures.count(report.reused())
                        + " cached; tokens: " + Figures.count(report.inputTokens()) + " in, "
                        + Figures.count(report.outputTokens()) + " out; cost: " + Figures.usd(report.micros() / 1e6)
                        + "; time: " + Figures.time(elapsed));
        costs();
        report();
        fallback();
    }

    /** Who spent it, and what a row of each data set came to; nothing where nothing was spent. */
    private void costs() {
        if (report.costs().spentMicros() == 0) {
            return;
        }
        String roles = report.costs().roles().stream()
                .map(role -> role.name() + " " + Figures.usd(role.micros() / 1e6))
                .collect(Collectors.joining(", "));
        String rows = report.outputs().stream()
                .filter(output -> output.rows() > 0)
                .map(output -> Figures.usd(report.costs().perRow(output).orElse(0) / 1e6) + " for each row of "
                        + output.name())
                .collect(Collectors.joining(", "));
        terminal.out()
                .println("spent: " + Figures.usd(report.costs().spentMicros() / 1e6) + " in all"
                        + (roles.isEmpty() ? "" : "; " + roles) + (rows.isEmpty() ? "" : "; " + rows));
        if (report.costs().excessMicros() > 0) {
            terminal.out()
                    .println("billed above the bounds of the calls: "
                            + Figures.usd(report.costs().excessMicros() / 1e6)
                            + "; the cap can be passed by that much");
        }
    }

    /** How fast a model of this process writes. */
    void speed(Configuration settings) {
        double seconds = elapsed.toNanos() / 1e9;
        boolean embedded = OpenScript.models(script.readyPlan()).stream()
                .map(settings::resolve)
                .anyMatch(model -> VectorProcess.embeds(settings, model));
        if (embedded && report.outputTokens() > 0 && seconds > 0) {
            terminal.out()
                    .println(String.format(
                            java.util.Locale.ROOT,
                            "embedded: %.1f tokens a second read, %.1f written",
                            report.inputTokens() / seconds,
                            report.outputTokens() / seconds));
        }
    }

    private void report() {
        Path page = report.folder().resolve("report.html");
        if (!report.outputs().isEmpty() && Files.isRegularFile(page)) {
            terminal.out().println("report: " + show(page));
        }
    }

    /** The row ledger: each row is in one place. */
    static String ledger(Ledger ledger) {
        return "rows: " + Figures.count(ledger.read()) + " in = " + Figures.count(ledger.emitted()) + " emitted + "
                + Figures.count(ledger.filtered()) + " filtered + " + Figures.count(ledger.rejected()) + " rejected"
                + (ledger.pending() > 0 ? " + " + Figures.count(ledger.pending()) + " pending" : "");
    }

    private void reasons(String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            String all = counts.entrySet().stream()
                    .map(entry -> Figures.count(entry.getValue()) + " × " + entry.getKey())
                    .collect(Collectors.joining("; "));
            String where =
                    what.equals("rejected") ? " (see " + show(report.folder().resolve("rejects.jsonl")) + ")" : "";
            terminal.out().println(what + ": " + all + where);
        }
    }

    private void fallback() {
        List<String> unbound = unbound();
        if (!unbound.isEmpty()) {
            ModelRef played = script.settings().fallback();
            terminal.out()
                    .println("hint: nobody bound " + (unbound.size() == 1 ? "the role " : "the roles ")
                            + String.join(", ", unbound) + ", so " + played + " played "
                            + (unbound.size() == 1 ? "it" : "them")
                            + "; bind with --model " + unbound.get(0) + "=openai:gpt-4o-mini or in fellowship.toml");
        }
    }

    private List<String> unbound() {
        Configuration settings = script.settings();
        return OpenScript.models(script.readyPlan()).stream()
                .filter(settings::isUnbound)
                .toList();
    }

    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        plain.put("folder", report.folder().toString());
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("in", report.ledger().read());
        rows.put("emitted", report.ledger().emitted());
        rows.put("filtered", report.ledger().filtered());
        rows.put("rejected", report.ledger().rejected());
        rows.put("pending", report.ledger().pending());
        rows.put("rules", report.ledger().rules());
        rows.put("reasons", report.ledger().reasons());
        plain.put("rows", rows);
        List<Map<String, Object>> outputs = new ArrayList<>();
        report.outputs().forEach(output -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", output.name());
            one.put("type", output.type());
            one.put("file", output.file().toString());
            one.put("rows", output.rows());
            report.costs().perRow(output).ifPresent(micros -> one.put("usd-per-row", micros / 1e6));
            outputs.add(one);
        });
        plain.put("outputs", outputs);
        plain.put("calls", report.calls());
        plain.put("cached", report.reused());
        plain.put("input-tokens", report.inputTokens());
        plain.put("output-tokens", report.outputTokens());
        plain.put("usd", report.micros() / 1e6);
        plain.put("spent-usd", report.costs().spentMicros() / 1e6);
        plain.put("excess-usd", report.costs().excessMicros() / 1e6);
        plain.put("roles", report.costs().roles().stream().map(RunSummary::role).toList());
        plain.put("seconds", elapsed.toMillis() / 1000.0);
        plain.put("unbound-roles", unbound());
        report.fault()
                .ifPresent(fault -> plain.put("fault", Map.of("reason", fault.reason(), "message", fault.message())));
        return plain;
    }

    private static Map<String, Object> role(Costs.Role role) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", role.name());
        one.put("calls", role.calls());
        one.put("input-tokens", role.inputTokens());
        one.put("output-tokens", role.outputTokens());
        one.put("usd", role.micros() / 1e6);
        return one;
    }

    private String show(Path path) {
        return terminal.show(path);
    }
}
