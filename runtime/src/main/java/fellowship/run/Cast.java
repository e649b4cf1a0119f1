package fellowship.run;

import fellowship.chat.Usage;
import fellowship.config.Configuration;
import fellowship.config.Price;
import fellowship.dataset.CardFacts;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.plan.Step;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who took part, and what the answers took that rows rest on: counted in what was used and not in what was paid, so that a
 * run that was resumed says the same.
 */
final class Cast {

    private final Plan plan;
    private final Configuration configuration;
    private final Set<String> asked;
    private final Map<String, Spent> spent = new LinkedHashMap<>();
    private final Map<String, Set<String>> models = new HashMap<>();

    /** What one of them took. */
    private static final class Spent {
        private long answers;
        private long inputTokens;
        private long outputTokens;
        private boolean estimated;
        private long micros;
        private boolean priced = true;

        CardFacts.Spending spending() {
            return new CardFacts.Spending(
                    answers,
                    inputTokens,
                    outputTokens,
                    estimated,
                    priced ? OptionalLong.of(micros) : OptionalLong.empty());
        }
    }

    Cast(Plan plan, Configuration configuration) {
        this.plan = plan;
        this.configuration = configuration;
        this.asked = Identity.asked(plan).keySet();
    }

    /** All rows of one sample. Each call counts once, though several lines may come of it. */
    void count(Stream<Row> rows) {
        Set<String> seen = new HashSet<>();
        rows.flatMap(row -> row.replies().stream())
                .filter(reply -> seen.add(reply.call()))
                .forEach(this::count);
    }

    /** A seat of a debate, {@code judge as persona}, is its judge. */
    private void count(Reply reply) {
        String name =
                asked.contains(reply.agent()) ? reply.agent() : reply.agent().replaceFirst(" as .*$", "");
        models.computeIfAbsent(name, key -> new TreeSet<>())
                .add(reply.completion().model());
        Usage usage = reply.completion().usage();
        Spent one = spent.computeIfAbsent(name, key -> new Spent());
        one.answers++;
        one.inputTokens += usage.inputTokens();
        one.outputTokens += usage.outputTokens();
        one.estimated |= usage.estimated();
        Optional<Price> price = configuration.price(reply.model().toString());
        one.priced &= price.isPresent();
        price.ifPresent(known -> one.micros += known.micros(usage.inputTokens(), usage.outputTokens()));
    }

    CardFacts.Spending spending() {
        Spent all = new Spent();
        spent.values().forEach(one -> {
            all.answers += one.answers;
            all.inputTokens += one.inputTokens;
            all.outputTokens += one.outputTokens;
            all.estimated |= one.estimated;
            all.micros += one.micros;
            all.priced &= one.priced;
        });
        return all.spending();
    }

    List<CardFacts.Player> players() {
        List<CardFacts.Player> players = new ArrayList<>();
        Identity.asked(plan)
                .forEach((name, model) -> players.add(new CardFacts.Player(
                        name,
                        part(name),
                        configuration.resolve(model),
                        List.copyOf(models.getOrDefault(name, Set.of())),
                        Optional.ofNullable(spent.get(name))
                                .orElseGet(Spent::new)
                                .spending())));
        return players;
    }

    private String part(String name) {
        boolean reviews = plan.steps().stream()
                .anyMatch(step ->
                        step instanceof Step.Refine refine && refine.reviewers().contains(name)
                                || step instanceof Shape.Review review
                                        && review.reviewers().contains(name));
        return plan.judge(name).isPresent() ? "judge" : reviews ? "reviewer" : "writer";
    }
}
