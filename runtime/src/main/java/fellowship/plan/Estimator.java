package fellowship.plan;

import fellowship.plan.Estimate.Line;
import fellowship.plan.Estimate.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How many calls, tokens and dollars a plan takes, before the first call.
 *
 * <p>For each row that reaches a step, low / expected / worst where one number is not enough:
 *
 * <ul>
 *   <li>generate: {@code samples} calls by each agent
 *   <li>ask: {@code samples} calls, and as many rows after it; cross: no calls, as many rows as there are combinations;
 *       explode: no calls, its rows counted as one each, since how many it makes is not known before
 *   <li>review: one call by each reviewer for each draft; revise: one call for each draft
 *   <li>refine without a stop rule: {@code atMost} drafts; with one: 1 draft and 1 review (low), the mean over all lengths
 *       from 1 to {@code atMost} (expected), {@code atMost} drafts (worst). Every draft is reviewed by every reviewer, the
 *       last possible one only with {@code reviewLast}
 *   <li>a judgment: 1 call; 1 more each for an own answer and for a choice of contexts; 0 / half, rounded up / {@code
 *       mostUses} more for tools. All of them are repeated for each of the judge's {@code samples}
 *   <li>score and verify: one judgment for each draft or column
 *   <li>compare by a judge: one judgment, two with both orders; two where each candidate is judged alone. Where the orders
 *       are synthesised, 0 / half / 1 call more. The share of {@code plants} comes on top of all of it
 *   <li>rank: one judgment for each order, which are as many as there are drafts when the script does not say
 *   <li>jury: what each juror takes alone. One at a time: the fewest whose votes settle it in the order they are asked (with
 *       a bound, one) / these and half of the others / all. Jurors that are left out for their family are counted
 *   <li>debate, once for each order: a first vote of each seat unless there are none, one call for each seat in each round,
 *       then a closing judgment of each seat, or of the closing judge alone. Until agreed: 1 round / the mean over all
 *       lengths / all rounds
 *   <li>people and agreement: no calls
 *   <li>worst only: one repair turn for each typed reply and each turn of a judgment
 * </ul>
 *
 * <p>Tokens are characters divided by 4. A reply has 50 (low) or 300 (expected) tokens, a typed one and a judgment 20 or
 * 150, never more than {@code maxTokens}; in the worst case it has {@code maxTokens}. What a judge is told beside the
 * script's own words and the answers takes 200 tokens, the words around each further turn 40. A turn sends all that was said
 * before it. Tokens of pictures are not counted. Columns have their mean length, in the worst case their greatest.
 * What a filter drops is not known before: its rows are counted as kept. Tries that failed are not paid for and not
 * counted. Calls that the journal or the cache answers are counted all the same.
 */
public final class Estimator {

    private final Plan plan;
    private final EstimateInput input;
    private final Map<String, Upstream> after;
    private final Map<String, EstimateInput.Source> reaching = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private Estimator(Plan plan, EstimateInput input) {
        this.plan = plan;
        this.input = input;
        this.after = Upstream.of(plan);
    }

    /** @param plan one without errors: names that mean nothing are passed over */
    public static Estimate estimate(Plan plan, EstimateInput input) {
        Estimator estimator = new Estimator(plan, input);
        plan.steps().forEach(estimator::step);
        return Estimate.of(estimator.lines);
    }

    private void step(Step step) {
        EstimateInput.Source none = new EstimateInput.Source(0, Map.of());
        String from = step.input().orElse("");
        EstimateInput.Source rows = step instanceof Step.Read
                ? input.sources().getOrDefault(step.id(), none)
                : reaching.getOrDefault(from, none);
        reaching.put(step.id(), new EstimateInput.Source(rows.rows() * ShapingCost.rows(step), rows.columns()));
        Upstream before = after.get(from);
        if (before == null) {
            return;
        }
        if (step instanceof Step.Generate generate) {
            generate.by().stream()
                    .flatMap(name -> plan.agent(name).stream())
                    .forEach(agent -> add(step, agent.name(), agent.model(), rows.rows(), outlook -> Asked.once(
                                    Asked.opening(agent, columns(outlook, before, rows)),
                                    Asked.reply(agent, outlook),
                                    agent.reply().isPresent(),
                                    outlook)
                            .times(generate.samples())));
        } else if (step instanceof Shape.Ask || step instanceof Shape.Review || step instanceof Shape.Revise) {
            new ShapingCost(plan, before)
                    .of(step)
                    .forEach((agent, forOneRow) -> add(
                            step,
                            agent.name(),
                            agent.model(),
                            rows.rows(),
                            outlook -> forOneRow.of(columns(outlook, before, rows), outlook)));
        } else if (step instanceof Step.Refine refine) {
            refine(refine, before, rows);
        } else {
            Annotating.by(step)
                    .flatMap(plan::annotator)
                    .ifPresent(annotator -> annotate(step, annotator, before, rows));
        }
    }

    private void refine(Step.Refine refine, Upstream before, EstimateInput.Source rows) {
        Optional<Agent> writer = plan.agent(refine.writer());
        List<Agent> reviewers = refine.reviewers().stream()
                .flatMap(name -> plan.agent(name).stream())
                .toList();
        if (writer.isEmpty()) {
            return;
        }
        List<Agent> players = new ArrayList<>(reviewers);
        players.add(0, writer.get());
        players.forEach(player -> add(refine, player.name(), player.model(), rows.rows(), outlook -> new Loop(
                        refine, writer.get(), reviewers, columns(outlook, before, rows), outlook)
                .by(player)));
    }

    private void annotate(Step step, Annotator annotator, Upstream before, EstimateInput.Source rows) {
        if (step instanceof Sift.Escalate escalate) {
            escalate(escalate, annotator, before, rows);
            return;
        }
        for (Judge judge : plan.judgesOf(annotator.name())) {
            add(step, judge.name(), judge.model(), rows.rows(), outlook -> new AnnotationCost(
                            plan, before, columns(outlook, before, rows), outlook)
                    .of(step, annotator)
                    .getOrDefault(judge.name(), Asked.NOTHING));
        }
    }

    /** Of a share that many rows; below a bound none, half, all. */
    private void escalate(Sift.Escalate step, Annotator annotator, Upstream before, EstimateInput.Source rows) {
        for (Judge judge : plan.judgesOf(annotator.name())) {
            add(step, judge.name(), judge.model(), rows.rows(), outlook -> new AnnotationCost(
                            plan, before, columns(outlook, before, rows), outlook)
                    .of(step.comparison(), annotator)
                    .getOrDefault(judge.name(), Asked.NOTHING)
                    .times(step.share().orElse(outlook.of(List.of(0.0, 1.0)) * (outlook == Outlook.LOW ? 0 : 1))));
        }
    }

    private static Map<String, Double> columns(Outlook outlook, Upstream before, EstimateInput.Source rows) {
        return outlook.columns(before.type(), rows.columns());
    }

    private void add(Step step, String who, String model, long rows, Function<Outlook, Asked> forOneRow) {
        Function<Outlook, Load> load =
                outlook -> load(model, forOneRow.apply(outlook).times(rows));
        lines.add(new Line(
                step.id(),
                who,
                model,
                load.apply(Outlook.LOW),
                load.apply(Outlook.EXPECTED),
                load.apply(Outlook.WORST)));
    }

    private Load load(String model, Asked asked) {
        OptionalDouble usd = input.tariff().usd(model, asked.input(), asked.output());
        return new Load(up(asked.calls()), up(asked.input()), up(asked.output()), usd);
    }

    /** Rounded up, but not for the dust of floating point. */
    private static long up(double value) {
        return (long) Math.ceil(value - 1e-6);
    }
}
