package fellowship.run;

import fellowship.chat.Usage;
import fellowship.config.Configuration;
import fellowship.dataset.CardFacts;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who took part, and how many answers the data sets rest on: counted in what was used and not in what was paid, so that a
 * run that was resumed says the same.
 */
final class Cast {

    private final Plan plan;
    private final Configuration configuration;
    private final Map<String, Long> answers = new HashMap<>();
    private final Map<String, Set<String>> models = new HashMap<>();
    private long inputTokens;
    private long outputTokens;
    private boolean estimated;

    Cast(Plan plan, Configuration configuration) {
        this.plan = plan;
        this.configuration = configuration;
    }

    /** All rows of one sample. Each call counts once, though several lines may come of it. */
    void count(List<Row> rows) {
        Set<String> seen = new HashSet<>();
        rows.stream()
                .flatMap(row -> row.replies().stream())
                .filter(reply -> seen.add(reply.call()))
                .forEach(this::count);
    }

    private void count(Reply reply) {
        answers.merge(reply.agent(), 1L, Long::sum);
        models.computeIfAbsent(reply.agent(), name -> new TreeSet<>())
                .add(reply.completion().model());
        Usage usage = reply.completion().usage();
        inputTokens += usage.inputTokens();
        outputTokens += usage.outputTokens();
        estimated |= usage.estimated();
    }

    CardFacts.Spending spending() {
        long all = answers.values().stream().mapToLong(Long::longValue).sum();
        return new CardFacts.Spending(all, inputTokens, outputTokens, estimated);
    }

    List<CardFacts.Player> players() {
        List<CardFacts.Player> players = new ArrayList<>();
        Identity.asked(plan)
                .forEach((name, model) -> players.add(new CardFacts.Player(
                        name,
                        part(name),
                        configuration.resolve(model),
                        List.copyOf(models.getOrDefault(name, Set.of())),
                        answers.getOrDefault(name, 0L))));
        return players;
    }

    private String part(String name) {
        boolean reviews = plan.steps().stream()
                .anyMatch(step ->
                        step instanceof Step.Refine refine && refine.reviewers().contains(name));
        return plan.judge(name).isPresent() ? "judge" : reviews ? "reviewer" : "writer";
    }
}
