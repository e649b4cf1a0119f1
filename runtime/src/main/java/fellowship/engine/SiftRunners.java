package fellowship.engine;

import fellowship.chat.Finish;
import fellowship.plan.Fate;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.quality.NearDuplicates;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Strength;
import fellowship.seam.Dice;
import fellowship.text.PlainRefusal;
import fellowship.text.Sha256;
import java.util.Optional;
import java.util.OptionalDouble;
import reactor.core.publisher.Mono;

/** The steps that choose among rows and pairs without a call. */
final class SiftRunners {

    static final String NO_STRENGTH = "no strength";

    private final Knowledge knowledge;
    private final Dice dice;

    SiftRunners(Knowledge knowledge, Dice dice) {
        this.knowledge = knowledge;
        this.dice = dice;
    }

    Mono<StepResult> dedupe(Sift.Dedupe step, Row row) {
        return Mono.fromSupplier(() -> {
            if (knowledge.has(step)) {
                return chosen(step, row)
                        ? new StepResult.Left(step.near().isPresent() ? "near duplicate" : "duplicate")
                        : StepResult.of(row);
            }
            String key = step.key().function().apply(row);
            int[] signature = step.near().isPresent() ? NearDuplicates.signature(key) : new int[0];
            return new StepResult.Noted(new Note.Print(row.id(), Sha256.of(key), signature));
        });
    }

    Mono<StepResult> sample(Sift.Sample step, Row row) {
        return Mono.fromSupplier(() -> {
            double drawn = unit(dice.split(step.id()).split(row.id()));
            if (step.share().isPresent()) {
                return drawn < step.share().getAsDouble() ? StepResult.of(row) : new StepResult.Left("not drawn");
            }
            if (knowledge.has(step)) {
                return chosen(step, row) ? StepResult.of(row) : new StepResult.Left("not drawn");
            }
            return new StepResult.Noted(new Note.Weight(row.id(), drawn));
        });
    }

    /** From 0 up to 1. */
    private static double unit(Dice drawn) {
        return (drawn.number() >>> 11) * 0x1.0p-53;
    }

    Mono<StepResult> weak(Sift.Weak step, Row row) {
        return Mono.fromSupplier(() -> {
            Preference pair = row.preference().orElseThrow();
            Optional<Strength> strength = pair.strength();
            if (strength.isEmpty()) {
                return new StepResult.Left(NO_STRENGTH);
            }
            if (step.learns() && !knowledge.has(step)) {
                return new StepResult.Noted(
                        new Note.Weight(row.id(), strength.get().mean()));
            }
            boolean all = step.share().orElse(0) >= 1;
            boolean weak = all || (step.learns() ? chosen(step, row) : below(step.below(), strength.get()));
            if (!weak) {
                return StepResult.of(row);
            }
            return switch (step.fate()) {
                case drop -> new StepResult.Left("weak");
                case keep -> StepResult.of(row);
                case flip -> StepResult.of(row.withPreference(pair.flipped()));
                case soften -> StepResult.of(row.withPreference(pair.softened()));
            };
        });
    }

    private static boolean below(OptionalDouble bound, Strength strength) {
        return strength.mean() < bound.orElse(0);
    }

    private boolean chosen(Step step, Row row) {
        return knowledge.sifted(step).contains(row.id());
    }

    static Mono<StepResult> refusals(Sift.Refusals step, Row row) {
        return Mono.fromSupplier(() -> {
            Preference pair = row.preference().orElseThrow();
            if (step.chosen() == Fate.drop && refuses(pair.chosen())) {
                return new StepResult.Left("chosen refuses");
            }
            if (step.rejected() == Fate.drop && refuses(pair.rejected())) {
                return new StepResult.Left("rejected refuses");
            }
            return StepResult.of(
                    step.chosen() == Fate.keep ? row.withPreference(pair.withMark(Preference.Mark.REFUSAL_KEPT)) : row);
        });
    }

    private static boolean refuses(Draft draft) {
        boolean said = draft.reply()
                .filter(reply -> reply.completion().finish() == Finish.REFUSAL)
                .isPresent();
        return said || PlainRefusal.is(draft.text());
    }
}
