package fellowship.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The card of a run folder: its {@code README.md}. The head lets loaders find the data sets; the body says how they were
 * made and how far their labels can be trusted. The same run gives the same card: it holds no date.
 */
public final class DatasetCard {

    private DatasetCard() {}

    public static String of(CardFacts facts, List<DatasetFolder> folders) {
        StringBuilder card = new StringBuilder(FrontMatter.of(facts.plan().name(), folders));
        card.append("\n# ").append(facts.plan().name()).append("\n\n");
        if (!facts.plan().about().isBlank()) {
            card.append(escaped(facts.plan().about())).append("\n\n");
        }
        contents(card, folders);
        makers(card, facts);
        funnel(card, facts);
        trust(card, facts, folders);
        again(card, facts);
        return card.toString();
    }

    private static void contents(StringBuilder card, List<DatasetFolder> folders) {
        card.append("## What is in it\n\n| data set | kind | rows | columns |\n| --- | --- | ---: | --- |\n");
        for (DatasetFolder folder : folders) {
            String columns = String.join(
                    ", ", folder.features().stream().map(Feature::name).toList());
            row(card, folder.output().name(), folder.output().type().word(), folder.rows(), columns);
        }
        card.append(
                "\n`train.jsonl` has the columns that trainers read and no other; `full.jsonl` beside it has, line by"
                        + " line, who wrote what and who said what of it.\n");
        if (folders.stream().anyMatch(folder -> folder.rows() == 0)) {
            card.append("A data set without rows is not declared above, since loaders refuse empty files.\n");
        }
        card.append('\n');
    }

    private static void makers(StringBuilder card, CardFacts facts) {
        card.append("## Who made it\n\nAll text besides the prompts was written by these models. Their terms may bind"
                + " what is trained on it; look them up before you publish.\n\n| part | model |\n| --- | --- |\n");
        facts.models().forEach((name, model) -> row(card, name, model));
        card.append('\n')
                .append(facts.asks())
                .append(" answers, ")
                .append(facts.inputTokens())
                .append(" tokens in, ")
                .append(facts.outputTokens())
                .append(" out")
                .append(facts.estimated() ? " (some of these are estimates: a provider told no counts)" : "")
                .append(".\n\n");
    }

    private static void funnel(StringBuilder card, CardFacts facts) {
        card.append("## What became of the rows\n\n| | rows |\n| --- | ---: |\n");
        row(card, "read", facts.read());
        row(card, "in a data set", facts.emitted());
        row(card, "taken out by a rule", facts.filtered());
        row(card, "rejected (see `rejects.jsonl`)", facts.rejected());
        card.append('\n');
        counts(card, "Rules, with how often each took something out", facts.rules());
        counts(card, "Reasons of rejections", facts.reasons());
    }

    private static void counts(StringBuilder card, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            card.append(title).append(":\n\n| | times |\n| --- | ---: |\n");
            counts.forEach((name, count) -> row(card, "`" + name.replace("`", "'") + "`", count));
            card.append('\n');
        }
    }

    private static void trust(StringBuilder card, CardFacts facts, List<DatasetFolder> folders) {
        card.append("## How far the labels can be trusted\n\n");
        for (DatasetFolder folder : folders) {
            PairFigures figures = folder.figures();
            if (figures.pairs() > 0) {
                double[] bounds = PairFigures.wilson(figures.longer(), figures.pairs());
                card.append(String.format(
                        Locale.ROOT,
                        "- `%s`: %d pairs. The chosen answer is the longer one in %d of them (%.0f %%, 95 %% interval"
                                + " %.0f to %.0f %%), by %.0f characters on average: where that is far from half, length"
                                + " may be what is learned.%n",
                        folder.output().name(),
                        figures.pairs(),
                        figures.longer(),
                        100.0 * figures.longer() / figures.pairs(),
                        100 * bounds[0],
                        100 * bounds[1],
                        figures.meanLengthDifference()));
                List<Double> margins = figures.margins();
                if (!margins.isEmpty()) {
                    card.append(String.format(
                            Locale.ROOT,
                            "- `%s`: the margin between chosen and rejected is %s at least, %s in the middle, %s at most.%n",
                            folder.output().name(),
                            margins.get(0),
                            margins.get(1),
                            margins.get(2)));
                }
            }
        }
        if (!facts.verdicts().isEmpty()) {
            card.append("- Comparisons: ");
            card.append(String.join(
                    ", ",
                    facts.verdicts().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList()));
            card.append(". Flipped means that the judge named another winner when the answers changed places; that"
                    + " counts as a tie and makes no pair.\n");
        }
        if (facts.models().values().stream().anyMatch(model -> model.startsWith("embedded:"))) {
            card.append("- **A part of this was written or judged by the embedded model. It has 135 million parameters:"
                    + " its facts are unreliable and it cannot judge. It shows that the workflow works; do not train on"
                    + " its labels.**\n");
        }
        if (facts.models().values().stream().anyMatch(model -> model.startsWith("scripted:"))) {
            card.append("- **A part of this comes from scripted answers, not from a model.**\n");
        }
        card.append("- No label here was checked by a person.\n\n");
    }

    private static void again(StringBuilder card, CardFacts facts) {
        card.append(
                "## How to make it again\n\nThe run's `manifest.json` holds the whole plan, the digests of the input"
                        + " and of every file. Plan `" + facts.fingerprint() + "`, seed "
                        + facts.plan().seed() + ".\n");
        if (!facts.plan().values().isEmpty()) {
            card.append("\n| parameter | value |\n| --- | --- |\n");
            facts.plan().values().forEach((name, value) -> row(card, name, value));
        }
    }

    private static void row(StringBuilder card, Object... cells) {
        card.append('|');
        for (Object cell : cells) {
            card.append(' ').append(escaped(String.valueOf(cell))).append(" |");
        }
        card.append('\n');
    }

    /** Text that cannot open a link, a picture or a table cell. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("[", "\\[")
                .replaceAll("\\s+", " ");
    }
}
