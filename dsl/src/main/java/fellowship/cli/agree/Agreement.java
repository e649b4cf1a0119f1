package fellowship.cli.agree;

import fellowship.dataset.Table;
import fellowship.stats.CategoryScores;
import fellowship.stats.Confusion;
import fellowship.stats.Dimension;
import fellowship.stats.Finding;
import fellowship.stats.Findings;
import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that is told of a table: for people, for machines. */
public final class Agreement {

    /** Below, κ's interval is too narrow, and one item moves κ visibly. */
    private static final int FEW = 30;

    private final Report report;

    private Agreement(Report report) {
        this.report = report;
    }

    /** @throws AgreeException where the table or what is asked of it makes no sense */
    public static Agreement of(Table table, Asked asked) {
        Sheet sheet = SheetReader.of(asked, table).read(table);
        return new Agreement(of(table, asked, sheet, new DataReader(asked, sheet).data()));
    }

    /** Tables in plain text. */
    public String text() {
        return ReportText.of(report);
    }

    /** Plain data, with all digits. */
    public Map<String, Object> json() {
        return ReportJson.of(report);
    }

    /** What the reader should not overlook; in the plain data too, not in the text. */
    public List<String> warnings() {
        return report.warnings();
    }

    private static <T extends Comparable<? super T>> Report of(Table table, Asked asked, Sheet sheet, Data<T> data) {
        if (asked.juries() && asked.gold().isEmpty()) {
            throw AgreeException.usage("--juries compares juries with gold; name it with --gold");
        }
        if (asked.leaveOneOut() && (!data.labelled() || data.annotators() < 3)) {
            throw AgreeException.usage(
                    data.labelled()
                            ? "--leave-one-out needs three annotators besides gold"
                            : "--leave-one-out takes labels, and these are numbers; say --dimension ordinal");
        }
        Findings findings = new Findings(data.dimension(), asked.chance());
        List<Report.Compared> pairs = pairs(data, findings);
        Optional<Report.Gold> gold = asked.gold().map(name -> gold(name, data, findings));
        Rule rule = asked.rule().orElse(data.labelled() ? Rule.MAJORITY : Rule.MEAN);
        Optional<Settling<T>> settling =
                asked.rule().isPresent() || asked.juries() || !asked.weights().isEmpty()
                        ? Optional.of(Settling.of(rule, data, asked, sheet))
                        : Optional.empty();
        Findings verdicts = rule.ofNumbers() ? new Findings(Dimension.INTERVAL, asked.chance()) : findings;
        return new Report(
                table.name(),
                data.ratings().annotators(),
                data.ratings().items().size(),
                data.dimension(),
                data.guess(),
                data.counts(),
                asked.chance(),
                together(data, findings),
                pairs,
                data.labelled() ? categories(data, asked) : List.of(),
                gold,
                asked.leaveOneOut() ? Optional.of(new LeavingOut<>(data, asked, findings).report()) : Optional.empty(),
                asked.rule().flatMap(named -> settling.map(how -> settled(named, how, data, verdicts))),
                asked.juries()
                        ? settling.map(how -> new EveryJury<>(data, how, rule, verdicts).report())
                        : Optional.empty(),
                warnings(data, pairs, gold));
    }

    private static <T extends Comparable<? super T>> List<Finding> together(Data<T> data, Findings findings) {
        if (data.annotators() < 2) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(findings.together(data.ratings()));
        if (!data.gold().isEmpty()) {
            found.add(findings.votesOfErrors(data.errors()));
        }
        return found;
    }

    private static <T extends Comparable<? super T>> List<Report.Compared> pairs(Data<T> data, Findings findings) {
        List<Report.Compared> pairs = new ArrayList<>();
        List<String> names = data.ratings().annotators();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                Ratings.Paired<T> paired = data.ratings().pair(a, b);
                pairs.add(new Report.Compared(
                        List.of(names.get(a), names.get(b)), paired.size(), 0, findings.ofTwo(paired, "agreement")));
            }
        }
        return pairs;
    }

    private static <T extends Comparable<? super T>> List<Report.Category> categories(Data<T> data, Asked asked) {
        Ratings<T> ratings = data.ratings();
        Map<T, Map<String, Long>> counts = new java.util.TreeMap<>();
        ratings.categories().forEach(category -> counts.put(category, zeros(ratings, asked)));
        data.gold()
                .forEach(value ->
                        value.ifPresent(category -> counts.computeIfAbsent(category, c -> zeros(ratings, asked))
                                .merge(asked.gold().orElse(""), 1L, Long::sum)));
        for (int item = 0; item < ratings.items().size(); item++) {
            for (int a = 0; a < ratings.annotators().size(); a++) {
                String who = ratings.annotators().get(a);
                ratings.value(item, a)
                        .ifPresent(category -> counts.computeIfAbsent(category, c -> zeros(ratings, asked))
                                .merge(who, 1L, Long::sum));
            }
        }
        List<Report.Category> all = new ArrayList<>();
        counts.forEach((category, by) -> all.add(new Report.Category(data.show().apply(category), by)));
        return all;
    }

    private static Map<String, Long> zeros(Ratings<?> ratings, Asked asked) {
        Map<String, Long> zeros = new LinkedHashMap<>();
        ratings.annotators().forEach(annotator -> zeros.put(annotator, 0L));
        asked.gold().ifPresent(gold -> zeros.put(gold, 0L));
        return zeros;
    }

    private static <T extends Comparable<? super T>> Report.Gold gold(String name, Data<T> data, Findings findings) {
        List<Report.Compared> all = new ArrayList<>();
        Map<String, Map<String, CategoryScores>> categories = new LinkedHashMap<>();
        for (int a = 0; a < data.annotators(); a++) {
            String who = data.ratings().annotators().get(a);
            Ratings.Paired<T> paired = withGold(data, a);
            List<Finding> found = new ArrayList<>(findings.ofTwo(paired, "accuracy"));
            if (data.labelled()) {
                found.addAll(findings.macro(paired));
                Confusion<T> confusion = Confusion.of(paired);
                List<CategoryScores> scores = CategoryScores.of(confusion);
                Map<String, CategoryScores> own = new LinkedHashMap<>();
                IntStream.range(0, scores.size())
                        .forEach(c ->
                                own.put(data.show().apply(confusion.categories().get(c)), scores.get(c)));
                categories.put(who, own);
            }
            all.add(new Report.Compared(List.of(who), paired.size(), 0, found));
        }
        return new Report.Gold(name, all, categories);
    }

    /** Gold first, then what the annotator said of the same items. */
    private static <T extends Comparable<? super T>> Ratings.Paired<T> withGold(Data<T> data, int annotator) {
        List<T> gold = new ArrayList<>();
        List<T> said = new ArrayList<>();
        for (int item = 0; item < data.gold().size(); item++) {
            Optional<T> value = data.ratings().value(item, annotator);
            Optional<T> right = data.gold().get(item);
            if (value.isPresent() && right.isPresent()) {
                gold.add(right.get());
                said.add(value.get());
            }
        }
        return new Ratings.Paired<>(gold, said);
    }

    private static <T extends Comparable<? super T>> Report.Settled settled(
            Rule rule, Settling<T> settling, Data<T> data, Findings findings) {
        List<Optional<T>> verdicts = settling.settle(data.ratings());
        Map<String, String> labels = new LinkedHashMap<>();
        for (int item = 0; item < verdicts.size(); item++) {
            String name = data.ratings().items().get(item);
            verdicts.get(item).ifPresent(verdict -> labels.put(name, data.show().apply(verdict)));
        }
        Optional<Report.Compared> gold = data.gold().isEmpty()
                ? Optional.empty()
                : Optional.of(EveryJury.against(List.of(rule.word()), verdicts, data.gold(), findings));
        return new Report.Settled(
                rule, labels, verdicts.size() - labels.size(), settling.trustName(), settling.trust(), gold);
    }

    private static List<String> warnings(Data<?> data, List<Report.Compared> pairs, Optional<Report.Gold> gold) {
        List<Report.Compared> all = new ArrayList<>(pairs);
        gold.ifPresent(part -> all.addAll(part.annotators()));
        long few = all.stream().filter(compared -> compared.n() < FEW).count();
        List<String> warnings = new ArrayList<>();
        if (data.labelled() && few > 0) {
            warnings.add("κ over fewer than " + FEW + " items says little, and its interval is too narrow; "
                    + (few == all.size() ? "here that is every κ" : "here those are " + few + " of " + all.size()));
        }
        return warnings;
    }
}
