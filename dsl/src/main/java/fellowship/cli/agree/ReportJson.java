package fellowship.cli.agree;

import fellowship.stats.CategoryScores;
import fellowship.stats.Finding;
import fellowship.stats.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as plain data, with all digits. What cannot be computed has no value and says why. */
final class ReportJson {

    private ReportJson() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", report.file());
        all.put("items", report.items());
        all.put("annotators", report.annotators());
        all.put("dimension", report.dimension().name().toLowerCase(Locale.ROOT));
        all.put("guessed", !report.guess().isEmpty());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("values", report.counts().values());
        counts.put("missing", report.counts().missing());
        counts.put("unreadable", report.counts().unreadable());
        counts.put("ties", report.counts().ties());
        all.put("counts", counts);
        all.put("level", report.chance().level());
        all.put("resamples", report.chance().resamples());
        all.put("seed", report.chance().seed());
        all.put("together", findings(report.together()));
        all.put(
                "pairs",
                report.pairs().stream()
                        .map(pair -> compared(pair, "annotators"))
                        .toList());
        all.put(
                "categories",
                report.categories().stream().map(ReportJson::category).toList());
        report.gold().ifPresent(gold -> all.put("gold", gold(gold)));
        report.leaveOneOut().ifPresent(out -> all.put("leave-one-out", leaveOneOut(out)));
        report.settled().ifPresent(settled -> all.put("settled", settled(settled)));
        report.juries().ifPresent(juries -> all.put("juries", juries(juries)));
        all.put("warnings", report.warnings());
        return all;
    }

    private static Map<String, Object> findings(List<Finding> findings) {
        Map<String, Object> all = new LinkedHashMap<>();
        findings.forEach(finding -> all.put(key(finding.name()), finding(finding)));
        return all;
    }

    /** {@code krippendorff-alpha} for "Krippendorff α, nominal". */
    private static String key(String name) {
        return name.replaceFirst(",.*", "")
                .replace("κ", "kappa")
                .replace("α", "alpha")
                .replace("ρ", "rho")
                .replace("τ", "tau")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> one = new LinkedHashMap<>();
        if (finding.value() instanceof Measure.Of of) {
            one.put("value", of.number());
        } else {
            one.put("absent", finding.value().why());
        }
        finding.interval().ifPresent(interval -> {
            one.put("low", interval.low());
            one.put("high", interval.high());
            one.put("by", finding.by().toLowerCase(Locale.ROOT));
        });
        return one;
    }

    private static Map<String, Object> compared(Report.Compared compared, String who) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(who, who.endsWith("s") ? compared.names() : compared.names().get(0));
        one.put("n", compared.n());
        one.put("measures", findings(compared.findings()));
        return one;
    }

    private static Map<String, Object> open(Report.Compared compared, String who) {
        Map<String, Object> one = compared(compared, who);
        one.put("open", compared.open());
        return one;
    }

    private static Map<String, Object> category(Report.Category category) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("category", category.name());
        one.put("counts", category.counts());
        return one;
    }

    private static Map<String, Object> gold(Report.Gold gold) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", gold.name());
        one.put(
                "annotators",
                gold.annotators().stream()
                        .map(compared -> {
                            Map<String, Object> plain = compared(compared, "annotator");
                            Map<String, CategoryScores> scores = gold.categories()
                                    .getOrDefault(compared.names().get(0), Map.of());
                            Map<String, Object> categories = new LinkedHashMap<>();
                            scores.forEach((name, score) -> categories.put(name, scores(score)));
                            plain.put("categories", categories);
                            return plain;
                        })
                        .toList());
        return one;
    }

    private static Map<String, Object> scores(CategoryScores scores) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("precision", scores.precision());
        one.put("recall", scores.recall());
        one.put("f1", scores.f1());
        one.put("gold", scores.gold());
        one.put("found", scores.found());
        return one;
    }

    private static Map<String, Object> leaveOneOut(Report.LeaveOneOut out) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("mode-ties", out.drawn() ? "drawn" : "dropped");
        one.put(
                "annotators",
                out.annotators().stream()
                        .map(compared -> open(compared, "annotator"))
                        .toList());
        one.put("mean", finding(out.mean()));
        return one;
    }

    private static Map<String, Object> settled(Report.Settled settled) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", settled.rule().word());
        one.put("labels", settled.labels());
        one.put("open", settled.open());
        if (!settled.trust().isEmpty()) {
            one.put(settled.trustName(), settled.trust());
        }
        settled.gold().ifPresent(gold -> one.put("gold", open(gold, "rule")));
        return one;
    }

    private static Map<String, Object> juries(Report.Juries juries) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", juries.rule().word());
        one.put("count", juries.count());
        one.put("ranked-by", key(juries.by()));
        one.put(
                "juries",
                juries.ranked().stream().map(jury -> open(jury, "members")).toList());
        return one;
    }
}
