package fellowship.engine;

import fellowship.chat.Message;
import fellowship.chat.Role;
import fellowship.judging.Strengths;
import fellowship.plan.Fate;
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
import java.util.Optional;
import java.util.OptionalDouble;
import reactor.core.publisher.Mono;

/**
 * Preferences from scores, from a verdict, or from what is known before. Equal scores, ties and drafts nobody scored never
 * make a pair; ties go on as such where the step keeps them.
 */
final class PairsRunner implements StepRunner<Step.Pairs> {

    private static final Comparator<Draft> BY_SCORE = Comparator.comparingDouble(PairsRunner::score);

    private final Dice dice;
    private final Strengths strengths;

    PairsRunner(Dice dice, Strengths strengths) {
        this.dice = dice;
        this.strengths = strengths;
    }

    @Override
    public Mono<StepResult> run(Step.Pairs step, Row row) {
        return Mono.just(made(step, row));
    }

    private StepResult made(Step.Pairs step, Row row) {
        if (step.how() instanceof Step.Pairing.Decided) {
            return decided(step, row);
        }
        if (step.how() instanceof Step.Pairing.Against || step.how() instanceof Step.Pairing.Labelled) {
            return known(step, row);
        }
        if (step.how() instanceof Step.Pairing.Ranked ranked && ranked.ranks() == Ranks.revised) {
            return revised(step, row);
        }
        List<Draft> candidates = candidates(step, row);
        if (candidates.size() < 2) {
            return new StepResult.Left("fewer than two scored drafts");
        }
        List<Preference> pairs = new ArrayList<>();
        if (step.how() instanceof Step.Pairing.Picked picked) {
            picked(pairs, step, picked, candidates, row);
        } else if (step.how() instanceof Step.Pairing.Ranked ranked) {
            ranked(pairs, step, candidates, ranked.ranks());
        }
        return rows(pairs, step, row);
    }

    private static StepResult rows(List<Preference> pairs, Step.Pairs step, Row row) {
        if (pairs.isEmpty()) {
            return new StepResult.Left(
                    step.minGap().isPresent() ? "no gap of " + step.minGap().getAsDouble() : "equal scores");
        }
        List<Row> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(row.withPreference(pair, rows.size() + 1)));
        return new StepResult.Rows(rows);
    }

    /** The scored drafts; all drafts where none has a score and none is needed. */
    private static List<Draft> candidates(Step.Pairs step, Row row) {
        List<Draft> scored =
                row.drafts().stream().filter(draft -> draft.score().isPresent()).toList();
        boolean needed = !(step.how() instanceof Step.Pairing.Picked picked)
                || picked.byScore()
                || step.minGap().isPresent();
        return scored.isEmpty() && !needed ? row.drafts() : scored;
    }

    private void picked(
            List<Preference> pairs, Step.Pairs step, Step.Pairing.Picked picked, List<Draft> candidates, Row row) {
        Draft chosen = pick(picked.chosen(), candidates, step, row);
        List<Draft> others =
                candidates.stream().filter(draft -> draft != chosen).toList();
        Draft rejected = pick(picked.rejected(), picked.rejected() == Pick.random ? others : candidates, step, row);
        add(pairs, step, chosen, rejected, picked.chosen() + "-" + picked.rejected());
    }

    private void ranked(List<Preference> pairs, Step.Pairs step, List<Draft> scored, Ranks ranks) {
        List<Draft> falling = scored.stream().sorted(BY_SCORE.reversed()).toList();
        for (int i = 0; i < falling.size(); i++) {
            int until = ranks == Ranks.adjacent ? Math.min(i + 2, falling.size()) : falling.size();
            for (int j = i + 1; j < until; j++) {
                add(pairs, step, falling.get(i), falling.get(j), ranks.name());
            }
        }
    }

    private StepResult revised(Step.Pairs step, Row row) {
        if (row.drafts().size() < 2) {
            return new StepResult.Left("no revision");
        }
        List<Preference> pairs = new ArrayList<>();
        for (int i = 1; i < row.drafts().size(); i++) {
            Draft revision = row.drafts().get(i);
            source(revision, row.drafts().subList(0, i))
                    .ifPresent(draft -> add(pairs, step, revision, draft, Ranks.revised.name()));
        }
        return rows(pairs, step, row);
    }

    /** What a revision was made from: the draft that was the last answer in the conversation it was written in. */
    private static Optional<Draft> source(Draft revision, List<Draft> before) {
        Optional<String> answer = revision.reply().stream()
                .flatMap(reply -> reply.asked().stream())
                .filter(message -> message.role() == Role.ASSISTANT)
                .map(Message::text)
                .reduce((earlier, later) -> later);
        return before.stream()
                .filter(draft -> answer.filter(draft.text()::equals).isPresent())
                .reduce((earlier, later) -> later);
    }

    /** A pair where the gap allows one: above 0 and the least; without scores, where no least gap is asked for. */
    private void add(List<Preference> pairs, Step.Pairs step, Draft chosen, Draft rejected, String policy) {
        if (chosen == rejected) {
            return;
        }
        OptionalDouble gap = gap(chosen, rejected);
        Preference pair = new Preference(chosen, rejected, gap, policy).withStrength(strengths.of(chosen, rejected));
        if (gap.isPresent() && gap.getAsDouble() == 0 && step.ties() == Fate.keep) {
            pairs.add(pair.withMark(Preference.Mark.TIE));
        } else if (gap.isEmpty() ? step.minGap().isEmpty() : gap.getAsDouble() > 0 && wide(gap, step)) {
            pairs.add(pair);
        }
    }

    private static boolean wide(OptionalDouble gap, Step.Pairs step) {
        return step.minGap().isEmpty() || gap.orElse(0) >= step.minGap().getAsDouble();
    }

    private static OptionalDouble gap(Draft chosen, Draft rejected) {
        return chosen.score().isPresent() && rejected.score().isPresent()
                ? OptionalDouble.of(score(chosen) - score(rejected))
                : OptionalDouble.empty();
    }

    /** Who is better is known: a column's text against a draft or another column's. */
    private StepResult known(Step.Pairs step, Row row) {
        Draft chosen;
        Draft rejected;
        String policy;
        if (step.how() instanceof Step.Pairing.Labelled labelled) {
            Optional<Draft> one = text(row, labelled.chosen());
            Optional<Draft> other = text(row, labelled.rejected());
            if (one.isEmpty() || other.isEmpty()) {
                return new StepResult.Left(
                        "no text in column " + (one.isEmpty() ? labelled.chosen() : labelled.rejected()));
            }
            chosen = one.get();
            rejected = other.get();
            policy = labelled.chosen() + "-" + labelled.rejected();
        } else {
            Step.Pairing.Against against = (Step.Pairing.Against) step.how();
            Optional<Draft> given = text(row, against.column());
            if (given.isEmpty()) {
                return new StepResult.Left("no text in column " + against.column());
            }
            boolean byScore = against.other() == Pick.best || against.other() == Pick.worst;
            List<Draft> others = row.drafts().stream()
                    .filter(draft -> draft != given.get())
                    .filter(draft -> !byScore || draft.score().isPresent())
                    .toList();
            if (others.isEmpty()) {
                return new StepResult.Left("no draft beside column " + against.column());
            }
            Draft other = pick(against.other(), others, step, row);
            chosen = against.chosen() ? given.get() : other;
            rejected = against.chosen() ? other : given.get();
            policy = against.chosen()
                    ? against.column() + "-" + against.other()
                    : against.other() + "-" + against.column();
        }
        OptionalDouble gap = gap(chosen, rejected);
        if (step.minGap().isPresent() && (gap.isEmpty() || !wide(gap, step))) {
            return new StepResult.Left("no gap of " + step.minGap().getAsDouble());
        }
        return StepResult.of(row.withPreference(
                new Preference(chosen, rejected, gap, policy).withStrength(strengths.of(chosen, rejected)), 1));
    }

    /** A column's text; the draft that was made of it, with its scores, where there is one. */
    private static Optional<Draft> text(Row row, String column) {
        String text = String.valueOf(row.columns().getOrDefault(column, ""));
        if (text.isBlank()) {
            return Optional.empty();
        }
        return row.drafts().stream()
                .filter(draft -> draft.reply().isEmpty() && draft.text().equals(text))
                .findFirst()
                .or(() -> Optional.of(Draft.given(column, text)));
    }

    /** Of equal scores the earliest draft counts as best, the earliest as worst: the order of writing decides. */
    private Draft pick(Pick pick, List<Draft> drafts, Step.Pairs step, Row row) {
        return switch (pick) {
            case best ->
                drafts.stream()
                        .max(BY_SCORE.thenComparing(order(drafts).reversed()))
                        .orElseThrow();
            case worst ->
                drafts.stream().min(BY_SCORE.thenComparing(order(drafts))).orElseThrow();
            case first -> drafts.get(0);
            case last -> drafts.get(drafts.size() - 1);
            case random -> drafts.get(dice.split(step.id()).split(row.id()).below(drafts.size()));
        };
    }

    private static Comparator<Draft> order(List<Draft> drafts) {
        return Comparator.comparingInt(drafts::indexOf);
    }

    private static double score(Draft draft) {
        return draft.score().orElseThrow();
    }

    private StepResult decided(Step.Pairs step, Row row) {
        Verdict verdict = row.verdict().orElseThrow();
        String policy = "verdict of " + verdict.by();
        if (verdict.tie()) {
            if (step.ties() == Fate.keep) {
                return StepResult.of(row.withPreference(
                        new Preference(verdict.first(), verdict.second(), OptionalDouble.of(0), policy)
                                .withStrength(strengths.of(verdict, true))
                                .withMark(Preference.Mark.TIE),
                        1));
            }
            return new StepResult.Left(verdict.flipped() ? "the judge's two orders disagree" : "tie");
        }
        if (!verdict.decided()) {
            return new StepResult.Left("undecided");
        }
        if (verdict.margin() < step.minGap().orElse(0)) {
            return new StepResult.Left("no gap of " + step.minGap().orElse(0));
        }
        return StepResult.of(row.withPreference(
                new Preference(verdict.winner(), verdict.loser(), OptionalDouble.of(verdict.margin()), policy)
                        .withStrength(strengths.of(verdict, verdict.winner() == verdict.first())),
                1));
    }
}
