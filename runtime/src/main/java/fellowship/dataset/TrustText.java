package fellowship.dataset;

import fellowship.plan.Step;
import fellowship.stats.Interval;
import fellowship.stats.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of a card that says how far its labels can be trusted. */
final class TrustText {

    private static final String EMBEDDED = "embedded";

    private final CardFacts facts;

    TrustText(CardFacts facts) {
        this.facts = facts;
    }

    /** Above all else on the card, where the labels come from a model that cannot give any. */
    String warning() {
        List<String> judges = facts.players().stream()
                .filter(player -> !player.part().equals("writer") && player.answers() > 0)
                .filter(player -> player.model().provider().equals(EMBEDDED))
                .map(player -> Markdown.text(player.name()))
                .toList();
        return judges.isEmpty()
                ? ""
                : "> **Not for training.** " + String.join(", ", judges)
                        + (judges.size() == 1 ? " was" : " were")
                        + " played by the embedded model. A model of 135 million"
                        + " parameters cannot judge: it shows that the workflow works, and its labels mean nothing.\n\n";
    }

    String text() {
        StringBuilder out = new StringBuilder("## How far the labels can be trusted\n\n");
        List<List<String>> rows = new ArrayList<>();
        judging(rows);
        facts.written().datasets().forEach(dataset -> {
            PairFacts pairs = facts.pairs().get(dataset.name());
            if (pairs != null && dataset.train().rows() > 0) {
                pairs(rows, "`" + dataset.name() + "`: ", pairs);
            }
        });
        if (rows.isEmpty()) {
            return out.append("Nothing was judged or paired in this run.\n").toString();
        }
        out.append("All labels are a model's; ")
                .append(
                        facts.making().people() == 0
                                ? "no person has looked at them."
                                : "how people agree with them stands below.")
                .append(" In brackets: the 95 % interval of a share.\n\n");
        out.append(Markdown.table(List.of("measure", "value", "of"), List.of(false, true, true), rows));
        if (oneOrder()) {
            out.append(
                    "\nA judge saw each pair in one order only, so flips cannot be counted; what it likes about the first"
                            + " place is in the labels.\n");
        }
        return out.toString();
    }

    private void judging(List<List<String>> rows) {
        Labels labels = facts.labels();
        if (labels.compared() > 0) {
            rows.add(share(
                    "judge changed its mind when the order was changed (flips)", labels.flipped(), labels.compared()));
            rows.add(share("judge called both equal (ties)", labels.ties(), labels.compared()));
            rows.add(share("no judgment could be read (undecided)", labels.undecided(), labels.compared()));
        }
        if (labels.samples() > 0) {
            rows.add(share("samples with an unreadable answer", labels.unreadable(), labels.samples()));
        }
    }

    private static void pairs(List<List<String>> rows, String name, PairFacts pairs) {
        pairs.margin().ifPresent(margin -> {
            rows.add(List.of(name + "least gap of scores", number(margin.least()), ""));
            rows.add(List.of(name + "median gap of scores", number(margin.median()), ""));
            rows.add(List.of(name + "greatest gap of scores", number(margin.greatest()), ""));
        });
        long unequal = pairs.longer() + pairs.shorter();
        if (unequal > 0) {
            rows.add(
                    share(name + "the longer answer is chosen (50 % would be no preference)", pairs.longer(), unequal));
        }
    }

    private boolean oneOrder() {
        return facts.plan().steps().stream()
                .filter(Step.Compare.class::isInstance)
                .flatMap(step -> facts.plan().judgesOf(((Step.Compare) step).annotator()).stream())
                .anyMatch(judge ->
                        judge.marking().form().sideBySide() && !judge.orders().both());
    }

    private static List<String> share(String what, long hits, long of) {
        Interval interval = Wilson.of(hits, of);
        String value = String.format(
                Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100.0 * hits / of, 100 * interval.low(), 100 * interval.high());
        return List.of(what, value, hits + " of " + of);
    }

    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
