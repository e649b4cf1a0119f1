package fellowship.report;

import fellowship.dataset.CardFacts;
import fellowship.dataset.WrittenDataset;
import fellowship.plan.DatasetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What the run took, by part and for each accepted pair. */
final class SpendingPart {

    private final CardFacts facts;

    SpendingPart(CardFacts facts) {
        this.facts = facts;
    }

    /** Pairs of preference data sets; of several, the largest, since they often hold the same. */
    private long pairs() {
        return facts.written().datasets().stream()
                .filter(dataset -> dataset.context().output().type() == DatasetType.DPO)
                .map(WrittenDataset::train)
                .mapToLong(train -> train.rows())
                .max()
                .orElse(0);
    }

    /** The figures at the top. */
    Map<String, String> tiles() {
        CardFacts.Spending all = facts.spending();
        Map<String, String> tiles = new LinkedHashMap<>();
        tiles.put("rows read", Figure.count(facts.funnel().read()));
        tiles.put("rows in an output", Figure.count(facts.funnel().emitted()));
        if (pairs() > 0) {
            tiles.put("pairs", Figure.count(pairs()));
        }
        tiles.put("answers", Figure.count(all.answers()));
        tiles.put("tokens in", brief(all.inputTokens()));
        tiles.put("tokens out", brief(all.outputTokens()));
        tiles.put("cost", usd(all.micros()));
        if (pairs() > 0 && all.micros().isPresent()) {
            tiles.put("cost of a pair", usd(OptionalLong.of(all.micros().getAsLong() / pairs())));
        }
        return tiles;
    }

    private static String brief(long number) {
        return number < 10_000
                ? Figure.count(number)
                : number < 1_000_000
                        ? String.format(Locale.ROOT, "%.0fk", number / 1e3)
                        : String.format(Locale.ROOT, "%.2fM", number / 1e6);
    }

    private static String usd(OptionalLong micros) {
        if (micros.isEmpty()) {
            return "not known";
        }
        double dollars = micros.getAsLong() / 1e6;
        return dollars == 0 ? "$0" : String.format(Locale.ROOT, dollars < 1 ? "$%.4f" : "$%,.2f", dollars);
    }

    Chapter chapter() {
        List<List<String>> rows = new ArrayList<>();
        BarPlot plot = new BarPlot("Tokens by part (input and output)");
        for (CardFacts.Player player : facts.players()) {
            CardFacts.Spending spent = player.spending();
            if (spent.answers() > 0) {
                rows.add(row(player.name(), player.part(), player.model().toString(), spent));
                long tokens = spent.inputTokens() + spent.outputTokens();
                plot.add(
                        player.name() + " (" + player.part() + ")",
                        tokens,
                        brief(spent.inputTokens()) + " in, " + brief(spent.outputTokens()) + " out",
                        player.part().equals("writer") ? "bar" : "bar-two");
            }
        }
        CardFacts.Spending all = facts.spending();
        rows.add(row("all", "", "", all));
        if (pairs() > 0) {
            rows.add(List.of(
                    "for each pair",
                    "",
                    "",
                    Figure.number((double) all.answers() / pairs()),
                    Figure.number((double) all.inputTokens() / pairs()),
                    Figure.number((double) all.outputTokens() / pairs()),
                    all.micros().isPresent() ? usd(OptionalLong.of(all.micros().getAsLong() / pairs())) : "not known"));
        }
        Chapter.Draft draft = new Chapter.Draft("What it took")
                .text(
                        "Answers that rows rest on, written or not, each once, paid in this run or reused. Answers of rejected"
                                + " rows are not in it." + (all.estimated() ? " Some tokens are estimated." : ""))
                .table(3, List.of("who", "part", "model", "answers", "tokens in", "tokens out", "cost"), rows);
        plot.svg().ifPresent(draft::plot);
        return draft.done();
    }

    private static List<String> row(String who, String part, String model, CardFacts.Spending spent) {
        return List.of(
                who,
                part,
                model,
                Figure.count(spent.answers()),
                Figure.count(spent.inputTokens()),
                Figure.count(spent.outputTokens()),
                usd(spent.micros()));
    }
}
