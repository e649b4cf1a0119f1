package fellowship.dataset;

import fellowship.plan.Fingerprint;
import fellowship.plan.PlanTable;
import fellowship.text.WellFormed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The card of a run, {@code README.md}: for loaders at its head, for people below. */
public final class DatasetCard {

    /** The file in the run folder. */
    public static final String FILE = "README.md";

    private final CardFacts facts;
    private final StringBuilder out = new StringBuilder();

    private DatasetCard(CardFacts facts) {
        this.facts = facts;
    }

    /** The card as text. */
    public static String of(CardFacts facts) {
        return new DatasetCard(facts).text();
    }

    /** Writes the card into the run folder. */
    public static WrittenFile write(Path folder, CardFacts facts) {
        String text = of(facts);
        return TextFile.write(folder, FILE, text);
    }

    private String text() {
        TrustText trust = new TrustText(facts);
        out.append(FrontMatter.of(facts))
                .append("\n# ")
                .append(Markdown.text(facts.plan().name()))
                .append("\n\n");
        out.append(trust.warning());
        if (!facts.plan().about().isBlank()) {
            out.append(Markdown.text(facts.plan().about())).append("\n\n");
        }
        StatementText statement = new StatementText(facts);
        contents();
        out.append(statement.statement()).append(statement.terms());
        plan();
        funnel();
        spending();
        out.append(trust.text()).append('\n');
        facts.sections().forEach(section -> out.append(SectionText.of(section)));
        again();
        return WellFormed.text(out.toString());
    }

    private void contents() {
        out.append("## What is in it\n\n");
        List<List<String>> rows = new ArrayList<>();
        for (WrittenDataset dataset : facts.written().datasets()) {
            ShapeContext context = dataset.context();
            String columns = RowShape.of(context.output().type()).trainFeatures(context).stream()
                    .map(feature -> Markdown.text(feature.name()))
                    .collect(Collectors.joining(", "));
            rows.add(List.of(
                    "`" + dataset.name() + "`",
                    context.output().type().word(),
                    String.valueOf(dataset.train().rows()),
                    columns,
                    "`" + dataset.train().path() + "`"));
        }
        out.append(Markdown.table(
                List.of("data set", "kind", "rows", "columns", "file"),
                List.of(false, false, true, false, false),
                rows));
        List<FrontMatter.Config> configs = FrontMatter.configs(facts.written());
        String empty = facts.written().datasets().stream()
                .filter(dataset -> dataset.train().rows() == 0)
                .map(dataset -> "`" + dataset.name() + "`")
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            out.append("\nWithout rows, and so not loadable: ").append(empty).append(". The tables below say why.\n");
        }
        if (!configs.isEmpty()) {
            String load = configs.stream()
                    .map(config -> "load_dataset(\"path/to/this/folder\", \"" + config.name() + "\")")
                    .collect(Collectors.joining("\n"));
            out.append('\n').append(Markdown.code("python", "from datasets import load_dataset\n\n" + load));
            if (facts.written().datasets().stream()
                    .anyMatch(dataset -> dataset.full().isPresent())) {
                out.append(
                        "\nThe `-full` ones hold the same rows in the same order, with scores, models, judgments and the"
                                + " calls behind each row. Train on the others: extra columns confuse trainers.\n");
            }
        }
        out.append('\n');
    }

    private void plan() {
        out.append("## How it was made\n\n").append(Markdown.code("text", PlanTable.of(facts.plan())));
        if (!facts.plan().values().isEmpty()) {
            List<List<String>> rows = facts.plan().values().entrySet().stream()
                    .map(entry -> List.of(Markdown.text(entry.getKey()), Markdown.text(entry.getValue())))
                    .toList();
            out.append('\n').append(Markdown.table(List.of("parameter", "value"), List.of(false, false), rows));
        }
        List<List<String>> players = facts.players().stream()
                .map(player -> List.of(
                        Markdown.text(player.name()),
                        player.part(),
                        Markdown.text(player.model().toString()),
                        Markdown.text(String.join(", ", player.answered())),
                        String.valueOf(player.answers())))
                .toList();
        out.append('\n')
                .append(Markdown.table(
                        List.of("who", "part", "model asked", "model that answered", "answers"),
                        List.of(false, false, false, false, true),
                        players))
                .append('\n');
    }

    private void funnel() {
        CardFacts.Funnel funnel = facts.funnel();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("read", String.valueOf(funnel.read())));
        rows.add(List.of("in at least one output", String.valueOf(funnel.emitted())));
        rows.add(List.of("taken out by a rule", String.valueOf(funnel.filtered())));
        rows.add(List.of("rejected", String.valueOf(funnel.rejected())));
        if (funnel.pending() > 0) {
            rows.add(List.of("not done", String.valueOf(funnel.pending())));
        }
        out.append("## What became of the rows\n\n")
                .append(Markdown.table(List.of("rows", "count"), List.of(false, true), rows))
                .append(counts("rule that took a row or a branch of it out", funnel.rules()))
                .append(counts("reason for which a row or a branch of it was rejected", funnel.reasons()))
                .append('\n');
    }

    private static String counts(String head, Map<String, Long> counts) {
        List<List<String>> rows = counts.entrySet().stream()
                .map(entry -> List.of(Markdown.text(entry.getKey()), String.valueOf(entry.getValue())))
                .toList();
        return rows.isEmpty() ? "" : "\n" + Markdown.table(List.of(head, "count"), List.of(false, true), rows);
    }

    private void spending() {
        CardFacts.Spending all = facts.spending();
        List<List<String>> rows = new ArrayList<>();
        facts.players().stream()
                .filter(player -> player.answers() > 0)
                .forEach(player -> rows.add(spent(Markdown.text(player.name()), player.part(), player.spending())));
        if (rows.size() != 1) {
            rows.add(spent("all", "", all));
        }
        rows.add(spent("with rejected rows", "", facts.making().asked()));
        out.append("## What it took\n\n")
                .append(Markdown.table(
                        List.of("who", "part", "answers", "input tokens", "output tokens", "US dollars"),
                        List.of(false, false, true, true, true, true),
                        rows))
                .append(
                        "\nOf the answers that rows rest on, written or not, each once; the last line has those of rejected"
                                + " rows too. Calls that failed without an answer are in none.\n\n");
    }

    private static List<String> spent(String who, String part, CardFacts.Spending spending) {
        String about = spending.estimated() ? " (estimated in part)" : "";
        return List.of(
                who,
                part,
                String.valueOf(spending.answers()),
                spending.inputTokens() + about,
                spending.outputTokens() + about,
                spending.micros().isPresent()
                        ? String.format(Locale.ROOT, "%.4f", spending.micros().getAsLong() / 1e6)
                        : "not known");
    }

    private void again() {
        List<List<String>> rows = facts.inputs().stream()
                .map(file -> List.of(
                        Markdown.text(file.name()),
                        String.valueOf(file.samples()),
                        String.valueOf(file.badLines()),
                        "`" + file.sha256() + "`"))
                .toList();
        Making making = facts.making();
        out.append("## To make it again\n\n");
        if (!making.command().isEmpty()) {
            out.append(Markdown.code("sh", making.command())).append('\n');
        }
        making.script().ifPresent(script -> out.append("Script ")
                .append(Markdown.text(script.name()))
                .append(", SHA-256 `")
                .append(script.sha256())
                .append("`. "));
        out.append("Fellowship ")
                .append(Markdown.text(making.version()))
                .append(".\n\nPlan `")
                .append(Fingerprint.of(facts.plan()))
                .append("`, seed ")
                .append(facts.plan().seed())
                .append(". The same script, input and answers give the same bytes.\n\n")
                .append(Markdown.table(
                        List.of("input", "rows", "bad rows", "SHA-256"), List.of(false, true, true, false), rows));
    }
}
