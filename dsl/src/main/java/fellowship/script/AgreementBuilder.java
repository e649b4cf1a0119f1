package fellowship.script;

import fellowship.dsl.AgreementSpec;
import fellowship.dsl.Label;
import fellowship.plan.Agreement;
import fellowship.plan.Agreement.Measure;
import fellowship.plan.Leaf;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills the block of {@code agreement}. */
final class AgreementBuilder<T> implements AgreementSpec<T> {

    private static final double LEVEL = 0.95;

    private static final int FEWEST_RESAMPLES = 100;

    private final Origin origin;
    private final Problems problems;
    private final Function<Row, T> item;
    private final List<Measure> measures = new ArrayList<>();
    private Optional<Leaf<Function<Row, Optional<Object>>>> against = Optional.empty();
    private double level = LEVEL;
    private OptionalInt resamples = OptionalInt.empty();

    /** @param item makes what the closure of {@code against} sees: the row that was read */
    AgreementBuilder(Origin origin, Problems problems, Function<Row, T> item) {
        this.origin = origin;
        this.problems = problems;
        this.item = item;
    }

    @Override
    public void against(Function<? super T, ?> label) {
        if (against.isPresent()) {
            problems.error(origin.here(), "'against' is said twice in this block");
        }
        try {
            against = Optional.of(origin.leaf(label, row -> plain(label.apply(item.apply(row)))));
        } catch (IllegalArgumentException e) {
            problems.error(origin.here(), e);
        }
    }

    /** Labels of comparisons as outcomes, numbers as they are, other text as text. */
    private static Optional<Object> plain(@Nullable Object given) {
        if (given == null || given.toString().isBlank()) {
            return Optional.empty();
        }
        if (given instanceof Label label) {
            return Optional.of(outcome(label));
        }
        if (given instanceof Number) {
            return Optional.of(given);
        }
        String text = given.toString().strip();
        return Optional.of(Label.of(text).map(AgreementBuilder::outcome).orElse(text));
    }

    private static String outcome(Label label) {
        return switch (label) {
            case a -> "first";
            case b -> "second";
            case tie -> "tie";
        };
    }

    @Override
    public void percent() {
        measure(Measure.percent);
    }

    @Override
    public void kappa() {
        measure(Measure.kappa);
    }

    @Override
    public void fleiss() {
        measure(Measure.fleiss);
    }

    @Override
    public void krippendorff() {
        measure(Measure.krippendorff);
    }

    @Override
    public void correlation() {
        measure(Measure.correlation);
    }

    @Override
    public void classification() {
        measure(Measure.classification);
    }

    private void measure(Measure wanted) {
        if (measures.contains(wanted)) {
            problems.error(origin.here(), "'" + wanted + "' is said twice in this block");
        } else {
            measures.add(wanted);
        }
    }

    @Override
    public void intervals(double wanted) {
        if (wanted > 0 && wanted < 1) {
            level = wanted;
        } else {
            problems.error(origin.here(), "the level of intervals must be above 0 and below 1, was " + wanted);
        }
    }

    @Override
    public void resamples(int count) {
        if (count < FEWEST_RESAMPLES) {
            problems.error(origin.here(), "resamples must be " + FEWEST_RESAMPLES + " or more, was " + count);
        }
        resamples = OptionalInt.of(Math.max(FEWEST_RESAMPLES, count));
    }

    Agreement build() {
        return new Agreement(against, measures, level, resamples);
    }
}
