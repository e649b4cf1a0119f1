package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What asking, reviewing once and revising once take of one row. */
final class ShapingCost {

    private static final double TURN = 40;

    private final Plan plan;
    private final Upstream before;

    ShapingCost(Plan plan, Upstream before) {
        this.plan = plan;
        this.before = before;
    }

    /** What one row takes, given the tokens of its columns. */
    interface OneRow {
        Asked of(Map<String, Double> columns, Outlook outlook);
    }

    /** How many rows come of one. */
    static long rows(Step step) {
        if (step instanceof Shape.Cross cross) {
            return cross.size();
        }
        return step instanceof Shape.Ask ask ? Math.max(1, ask.samples()) : 1;
    }

    Map<Agent, OneRow> of(Step step) {
        Map<Agent, OneRow> cost = new LinkedHashMap<>();
        if (step instanceof Shape.Ask ask) {
            plan.agent(ask.agent())
                    .ifPresent(agent -> cost.put(agent, (columns, outlook) -> asked(agent, columns, outlook)
                            .times(ask.samples())));
        } else if (step instanceof Shape.Review review) {
            review.reviewers().stream()
                    .flatMap(name -> plan.agent(name).stream())
                    .forEach(agent -> cost.put(agent, (columns, outlook) -> asked(
                                    agent, with(columns, Map.of("answer", draft(outlook))), outlook)
                            .times(outlook.drafts(before))));
        } else if (step instanceof Shape.Revise revise) {
            plan.agent(revise.writer())
                    .ifPresent(agent -> cost.put(agent, (columns, outlook) -> revised(agent, columns, outlook)
                            .times(outlook.drafts(before))));
        }
        return cost;
    }

    private static Asked asked(Agent agent, Map<String, Double> columns, Outlook outlook) {
        return Asked.once(
                Asked.opening(agent, columns),
                Asked.reply(agent, outlook),
                agent.reply().isPresent(),
                outlook);
    }

    private Asked revised(Agent agent, Map<String, Double> columns, Outlook outlook) {
        double draft = draft(outlook);
        double said = before.reviewed() ? outlook.reply(Integer.MAX_VALUE / 2, false) : 0;
        double bounded = outlook == Outlook.WORST ? Math.min(said, reviews()) : said;
        Map<String, Double> values = with(columns, Map.of("answer", draft, "feedback", bounded));
        double turn = agent.revise().isPresent() ? Asked.tokens(agent.revise(), values) : bounded + TURN;
        return Asked.once(
                Asked.opening(agent, columns) + draft + turn,
                Asked.reply(agent, outlook),
                agent.reply().isPresent(),
                outlook);
    }

    /** Most tokens of what reviewers may have said of one draft. */
    private double reviews() {
        return plan.agents().stream()
                .mapToInt(agent -> agent.sampling().maxTokens())
                .sum();
    }

    /** Tokens of one draft: of its writers, or of a text of the input, which is taken for as long as a reply. */
    private double draft(Outlook outlook) {
        List<Agent> writers = before.writers().stream()
                .map(plan::agent)
                .flatMap(Optional::stream)
                .toList();
        return writers.stream()
                .mapToDouble(writer -> Asked.reply(writer, outlook))
                .max()
                .orElse(outlook.reply(1024, false));
    }

    private static Map<String, Double> with(Map<String, Double> columns, Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(columns);
        all.putAll(more);
        return all;
    }
}
