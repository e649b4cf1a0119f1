package fellowship.report;

import fellowship.stats.AgreementLine;
import fellowship.stats.AgreementTable;
import fellowship.tally.AgreementFigures;
import fellowship.tally.Annotation;
import fellowship.tally.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What annotators' labels say of each other and of the labels that are known to be right. */
final class AgreementChapter {

    private static final List<List<AgreementTable.Kind>> TABLES = List.of(
            List.of(AgreementTable.Kind.percent, AgreementTable.Kind.kappa),
            List.of(AgreementTable.Kind.fleiss, AgreementTable.Kind.krippendorff),
            List.of(AgreementTable.Kind.classification),
            List.of(AgreementTable.Kind.correlation));

    private AgreementChapter() {}

    static Chapter of(AgreementFigures figures) {
        Chapter.Draft draft = new Chapter.Draft("Agreement: " + figures.name())
                .text(Figure.count(figures.items()) + " items, "
                        + (figures.gold() == 0
                                ? "none with a label that is known to be right: annotators who agree may share a mistake."
                                : Figure.count(figures.gold()) + " with a known label (" + Annotation.GOLD + ").")
                        + " Intervals at " + ColumnPlot.plain(100 * figures.level()) + " %.");
        for (List<AgreementTable.Kind> kinds : TABLES) {
            pivot(draft, figures, kinds);
        }
        draft.table(1, List.of("annotator", "unreadable", "items"), unreadable(figures));
        if (figures.lines().stream().anyMatch(AgreementLine::shaky)) {
            draft.text("Measures beyond chance that rest on fewer than " + AgreementLine.FEW
                    + " items say little, however they come out.");
        }
        if (figures.pickLonger().of() > 0) {
            draft.text("For comparison: the rule “pick the longer” agrees with the known labels in "
                    + Figure.share(figures.pickLonger())
                    + " of the pairs where they name one of two of unequal length ("
                    + Figure.of(figures.pickLonger()) + ").");
        }
        draft.table(
                1,
                List.of("certainty of", "Brier score", "calibration error", "AUROC", "judgments"),
                certainty(figures));
        plots(draft, figures);
        return draft.done();
    }

    /** One row for whom the measures are about, one column for each measure. */
    private static void pivot(Chapter.Draft draft, AgreementFigures figures, List<AgreementTable.Kind> kinds) {
        Map<String, Map<String, AgreementLine>> table = new LinkedHashMap<>();
        Set<String> measures = new LinkedHashSet<>();
        figures.lines().stream().filter(line -> kinds.contains(line.kind())).forEach(line -> {
            table.computeIfAbsent(who(figures, line), who -> new LinkedHashMap<>())
                    .put(line.measure(), line);
            measures.add(line.measure());
        });
        List<List<String>> rows = new ArrayList<>();
        table.forEach((who, lines) -> {
            List<String> row = new ArrayList<>(List.of(who));
            measures.forEach(measure -> row.add(Optional.ofNullable(lines.get(measure))
                    .map(AgreementChapter::told)
                    .orElse(Figure.NONE)));
            row.add(Figure.count(lines.values().stream()
                    .mapToLong(AgreementLine::items)
                    .max()
                    .orElse(0)));
            rows.add(row);
        });
        List<String> heads = new ArrayList<>(List.of("who"));
        heads.addAll(measures);
        heads.add("items");
        draft.table(1, heads, rows);
    }

    private static String told(AgreementLine line) {
        boolean share = line.kind() == AgreementTable.Kind.percent || line.kind() == AgreementTable.Kind.classification;
        return (share ? Figure.percent(line.value(), line.interval()) : Figure.estimate(line.value(), line.interval()))
                + (line.shaky() ? " (few)" : "");
    }

    private static String who(AgreementFigures figures, AgreementLine line) {
        List<String> names = line.annotators();
        if (names.size() == 2) {
            return names.get(0).equals(Annotation.GOLD)
                    ? names.get(1) + " against " + Annotation.GOLD
                    : names.get(0) + " and " + names.get(1);
        }
        return names.size() == figures.annotators().size() ? "all" : String.join(", ", names);
    }

    private static List<List<String>> unreadable(AgreementFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        figures.unreadable()
                .forEach((name, share) -> rows.add(List.of(name, Figure.share(share), Figure.count(share.of()))));
        return rows;
    }

    private static List<List<String>> certainty(AgreementFigures figures) {
        return figures.certainty().stream()
                .map(one -> List.of(
                        one.annotator(),
                        Figure.estimate(one.brier()),
                        Figure.estimate(one.error()),
                        Figure.estimate(one.auroc()),
                        Figure.count(one.brier().items())))
                .toList();
    }

    private static void plots(Chapter.Draft draft, AgreementFigures figures) {
        DotPlot shares = DotPlot.shares("Share of items with the same label", java.util.OptionalDouble.empty());
        DotPlot beyond = DotPlot.numbers("Agreement beyond chance (0: chance, 1: whole)", -1, 1, 0);
        for (AgreementLine line : figures.lines()) {
            Estimate estimate = new Estimate(line.value(), line.interval(), line.items());
            String who = who(figures, line);
            if (line.kind() == AgreementTable.Kind.percent || line.measure().equals("accuracy")) {
                shares.add(who, estimate, told(line));
            } else if (line.kind() != AgreementTable.Kind.classification) {
                beyond.add(brief(line.measure()) + ": " + who, estimate);
            }
        }
        shares.svg().ifPresent(draft::plot);
        beyond.svg().ifPresent(draft::plot);
    }

    private static String brief(String measure) {
        return measure.replaceFirst("^(Fleiss|Krippendorff|Pearson|Spearman|Kendall) ", "")
                .replaceFirst(",.*$", "");
    }
}
