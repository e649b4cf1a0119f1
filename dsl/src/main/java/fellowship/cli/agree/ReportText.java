package fellowship.cli.agree;

import fellowship.stats.Finding;
import fellowship.stats.Measure;
import fellowship.text.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

    /** Measures side by side, so that a line still fits a screen. */
    private static final int ABREAST = 3;

    private static final int BEST = 3;

    private final Report report;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> absent = new LinkedHashSet<>();

    private ReportText(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportText(report).text();
    }

    private String text() {
        head();
        if (!report.together().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            report.together().forEach(finding -> rows.add(List.of(finding.name(), cell(finding, "all"))));
            table("", List.of("all annotators", "value (" + percent() + " interval)"), rows);
        }
        compared("", "pair", report.pairs(), false);
        categories();
        report.gold().ifPresent(this::gold);
        report.leaveOneOut().ifPresent(this::leaveOneOut);
        report.settled().ifPresent(this::settled);
        report.juries().ifPresent(this::juries);
        if (!absent.isEmpty()) {
            out.append("\nwhy there is no number:\n");
            absent.forEach(why -> out.append("  ").append(why).append("\n"));
        }
        return out.toString();
    }

    private void head() {
        Data.Counts counts = report.counts();
        out.append(report.file())
                .append(": ")
                .append(number(report.items(), "item"))
                .append(", ")
                .append(number(report.annotators().size(), "annotator"))
                .append(report.gold().isPresent() ? " and gold" : "")
                .append("; ")
                .append(number(counts.values(), "label"))
                .append(" (")
                .append(number(counts.ties(), "tie"))
                .append("), ")
                .append(counts.missing())
                .append(" missing, ")
                .append(counts.unreadable())
                .append(" unreadable\ndimension: ")
                .append(report.dimension().name().toLowerCase(Locale.ROOT))
                .append(report.guess().isEmpty() ? "" : " (guessed, " + report.guess() + "; --dimension says another)")
                .append("\n");
    }

    private static String number(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private String percent() {
        double level = 100 * report.chance().level();
        return (level == Math.rint(level) ? Long.toString(Math.round(level)) : Double.toString(level)) + " %";
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        out.append("\n").append(title.isEmpty() ? "" : title + "\n").append(Columns.of(heads, rows));
    }

    /** One table for every few measures. */
    private void compared(String title, String who, List<Report.Compared> all, boolean open) {
        if (all.isEmpty()) {
            return;
        }
        List<Finding> measures = all.get(0).findings();
        for (int from = 0; from < measures.size(); from += ABREAST) {
            int begin = from;
            int end = Math.min(from + ABREAST, measures.size());
            List<String> heads = new ArrayList<>(List.of(who, "n"));
            if (open) {
                heads.add("open");
            }
            measures.subList(begin, end).forEach(measure -> heads.add(measure.name()));
            List<List<String>> rows = new ArrayList<>();
            for (Report.Compared one : all) {
                String names = String.join(", ", one.names());
                List<String> row = new ArrayList<>(List.of(names, Long.toString(one.n())));
                if (open) {
                    row.add(Long.toString(one.open()));
                }
                one.findings().subList(begin, end).forEach(finding -> row.add(cell(finding, names)));
                rows.add(row);
            }
            table(from == 0 ? title : "", heads, rows);
        }
    }

    private String cell(Finding finding, String of) {
        if (finding.value() instanceof Measure.Of value) {
            return decimal(value.number())
                    + finding.interval()
                            .map(ends -> " (" + decimal(ends.low()) + " to " + decimal(ends.high()) + ")")
                            .orElse("");
        }
        absent.add(finding.name() + ", " + of + ": " + finding.value().why());
        return "-";
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.equals("-0.000") ? "0.000" : text;
    }

    private void categories() {
        if (report.categories().isEmpty()) {
            return;
        }
        List<String> names = List.copyOf(report.categories().get(0).counts().keySet());
        List<String> heads = new ArrayList<>(List.of("label"));
        heads.addAll(names);
        rows(heads, report.categories(), category -> {
            List<String> row = new ArrayList<>(List.of(category.name()));
            names.forEach(name -> row.add(Long.toString(category.counts().getOrDefault(name, 0L))));
            return row;
        });
    }

    private <R> void rows(List<String> heads, List<R> of, Function<R, List<String>> row) {
        table("", heads, of.stream().map(row).toList());
    }

    private void gold(Report.Gold gold) {
        compared("against gold (" + gold.name() + ")", "annotator", gold.annotators(), false);
        List<List<String>> rows = new ArrayList<>();
        gold.categories()
                .forEach((annotator, categories) -> categories.forEach((category, scores) -> rows.add(List.of(
                        annotator,
                        category,
                        Long.toString(scores.gold()),
                        Long.toString(scores.found()),
                        decimal(scores.precision()),
                        decimal(scores.recall()),
                        decimal(scores.f1())))));
        if (!rows.isEmpty()) {
            table("", List.of("annotator", "label", "gold", "found", "precision", "recall", "F1"), rows);
        }
    }

    private void leaveOneOut(Report.LeaveOneOut out) {
        compared(
                "each against the mode of the rest; "
                        + (out.drawn()
                                ? "ties for the mode (open) are drawn"
                                : "items without a mode (open) are left out"),
                "annotator",
                out.annotators(),
                true);
        this.out
                .append(out.mean().name())
                .append(": ")
                .append(cell(out.mean(), "all"))
                .append("\n");
    }

    private void settled(Report.Settled settled) {
        out.append("\nrule ")
                .append(settled.rule().word())
                .append(": ")
                .append(number(settled.labels().size(), "item"))
                .append(" settled, ")
                .append(settled.open())
                .append(" open\n");
        if (!settled.trust().isEmpty()) {
            out.append(settled.trustName())
                    .append(": ")
                    .append(settled.trust().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + decimal(entry.getValue()))
                            .collect(Collectors.joining(", ")))
                    .append("\n");
        }
        settled.gold().ifPresent(gold -> compared("", "rule", List.of(gold), true));
    }

    private void juries(Report.Juries juries) {
        List<Report.Compared> all = juries.ranked();
        String title = (juries.count() == 1 ? "1 jury" : juries.count() + " juries") + " by "
                + juries.rule().word() + ", ranked by "
                + juries.by()
                + (juries.tie().isEmpty() ? "" : "; without a mode a jury says '" + juries.tie() + "'");
        if (all.size() <= 2 * BEST) {
            compared(title, "jury", all, true);
            return;
        }
        compared(title + "\nbest", "jury", all.subList(0, BEST), true);
        compared("worst", "jury", all.subList(all.size() - BEST, all.size()), true);
    }
}
