package fellowship.engine;

import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import reactor.core.publisher.Mono;

/** Preferences from scores or from a verdict. Equal scores, ties and drafts nobody scored never make a pair. */
final class PairsRunner implements StepRunner<Step.Pairs> {

    private static final Comparator<Draft> BY_SCORE = Comparator.comparingDouble(PairsRunner::score);

    private final Dice dice;

    PairsRunner(Dice dice) {
        this.dice = dice;
    }

    @Override
    public Mono<StepResult> run(Step.Pairs step, Row row) {
        if (step.how() instanceof Step.Pairing.Decided) {
            return Mono.just(decided(step, row));
        }
        List<Draft> scored =
                row.drafts().stream().filter(draft -> draft.score().isPresent()).toList();
        if (scored.size() < 2) {
            return Mono.just(new StepResult.Left("fewer than two scored drafts"));
        }
        List<Preference> pairs = new ArrayList<>();
        if (step.how() instanceof Step.Pairing.Picked picked) {
            add(
                    pairs,
                    step,
                    pick(picked.chosen(), scored, step, row),
                    pick(picked.rejected(), scored, step, row),
                    picked.chosen() + "-" + picked.rejected());
        } else if (step.how() instanceof Step.Pairing.Ranked ranked) {
            ranked(pairs, step, scored, ranked.ranks());
        }
        if (pairs.isEmpty()) {
            return Mono.just(new StepResult.Left(
                    step.minGap().isPresent() ? "no gap of " + step.minGap().getAsDouble() : "equal scores"));
        }
        List<Row> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(row.withPreference(pair, rows.size() + 1)));
        return Mono.just(new StepResult.Rows(rows));
    }

    private static void ranked(List<Preference> pairs, Step.Pairs step, List<Draft> scored, Ranks ranks) {
        List<Draft> falling = scored.stream().sorted(BY_SCORE.reversed()).toList();
        for (int i = 0; i < falling.size(); i++) {
            int until = ranks == Ranks.adjacent ? Math.min(i + 2, falling.size()) : falling.size();
            for (int j = i + 1; j < until; j++) {
                add(pairs, step, falling.get(i), falling.get(j), ranks.name());
            }
        }
    }

    private static void add(List<Preference> pairs, Step.Pairs step, Draft chosen, Draft rejected, String policy) {
        double gap = score(chosen) - score(rejected);
        if (gap > 0 && gap >= step.minGap().orElse(0)) {
            pairs.add(new Preference(chosen, rejected, OptionalDouble.of(gap), policy));
        }
    }

    /** Of equal scores the earliest draft counts as best, the earliest as worst: the order of writing decides. */
    private Draft pick(Pick pick, List<Draft> scored, Step.Pairs step, Row row) {
        return switch (pick) {
            case best ->
                scored.stream()
                        .max(BY_SCORE.thenComparing(order(scored).reversed()))
                        .orElseThrow();
            case worst ->
                scored.stream().min(BY_SCORE.thenComparing(order(scored))).orElseThrow();
            case first -> scored.get(0);
            case last -> scored.get(scored.size() - 1);
            case random -> scored.get(dice.split(step.id()).split(row.id()).below(scored.size()));
        };
    }

    private static Comparator<Draft> order(List<Draft> drafts) {
        return Comparator.comparingInt(drafts::indexOf);
    }

    private static double score(Draft draft) {
        return draft.score().orElseThrow();
    }

    private static StepResult decided(Step.Pairs step, Row row) {
        Verdict verdict = row.verdict().orElseThrow();
        if (verdict.tie()) {
            return new StepResult.Left(verdict.flipped() ? "the judge's two orders disagree" : "tie");
        }
        if (!verdict.decided()) {
            return new StepResult.Left("undecided");
        }
        if (verdict.margin() < step.minGap().orElse(0)) {
            return new StepResult.Left("no gap of " + step.minGap().orElse(0));
        }
        Preference pair = new Preference(
                verdict.winner(), verdict.loser(), OptionalDouble.of(verdict.margin()), "verdict of " + verdict.by());
        return StepResult.of(row.withPreference(pair, 1));
    }
}
