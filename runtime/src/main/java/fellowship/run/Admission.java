package fellowship.run;

import fellowship.dataset.RowShape;
import fellowship.dataset.ShapeContext;
import fellowship.dataset.Shaped;
import fellowship.engine.RowResult;
import fellowship.plan.Plan;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the rows of {@code until} in the order of the input, whatever order they were played in: a row is accepted when a data
 * set or an agreement takes it. What comes later than the last one that was wanted is left out. Owned by the thread that takes
 * results in order.
 */
final class Admission {

    /** The rule of rows that came after enough others. */
    static final String ENOUGH = "enough accepted";

    private final Plan plan;
    private final List<Sift.Until> steps;
    private final boolean decides;
    private final Map<String, Map<String, Integer>> accepted = new LinkedHashMap<>();
    private final Map<String, ShapeContext> contexts = new HashMap<>();

    Admission(Plan plan) {
        this.plan = plan;
        this.steps = plan.steps().stream()
                .filter(Sift.Until.class::isInstance)
                .map(Sift.Until.class::cast)
                .toList();
        this.decides = !steps.isEmpty() && ends(plan).stream().allMatch(this::counted);
        if (!steps.isEmpty()) {
            ShapeContext.of(plan)
                    .forEach(context -> contexts.put(context.output().id(), context));
        }
    }

    private static List<Step> ends(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step instanceof Step.Into || step instanceof Step.Agree)
                .toList();
    }

    /** Whether all that comes to this step was counted. */
    private boolean counted(Step step) {
        if (step instanceof Sift.Until) {
            return true;
        }
        return !step.inputs().isEmpty()
                && step.inputs().stream()
                        .allMatch(from -> plan.step(from).filter(this::counted).isPresent());
    }

    /** Most rows that are wanted of all; absent where that is not known. */
    Optional<Long> wanted() {
        long all = 0;
        for (Sift.Until until : steps) {
            if (until.each().isPresent() && until.strata().isEmpty()) {
                return Optional.empty();
            }
            all += (long) until.accepted() * until.strata().orElse(1);
        }
        return decides ? Optional.of(all) : Optional.empty();
    }

    /** Whether nothing that comes later can go anywhere. */
    boolean full() {
        return decides && steps.stream().allMatch(this::full);
    }

    private boolean full(Sift.Until until) {
        Map<String, Integer> counts = accepted.getOrDefault(until.id(), Map.of());
        int strata = until.each().isPresent() ? until.strata().orElse(Integer.MAX_VALUE) : 1;
        return counts.values().stream()
                        .filter(count -> count >= until.accepted())
                        .count()
                >= strata;
    }

    /** The result with what was accepted of its offers. */
    RowResult admit(RowResult result) {
        if (result.offers().isEmpty()) {
            return result;
        }
        RowResult all = new RowResult(
                result.sample(),
                result.emissions(),
                result.judged(),
                result.held(),
                result.forPeople(),
                result.annotations(),
                result.leavings(),
                result.rejections(),
                result.noted(),
                List.of());
        for (RowResult.Offer offer : result.offers()) {
            all = both(all, admit(offer, result));
        }
        return all;
    }

    private RowResult admit(RowResult.Offer offer, RowResult of) {
        Map<String, Integer> counts = accepted.computeIfAbsent(offer.step().id(), id -> new LinkedHashMap<>());
        int sofar = counts.getOrDefault(offer.stratum(), 0);
        int strata = offer.step().strata().orElse(Integer.MAX_VALUE);
        boolean closed = !counts.containsKey(offer.stratum()) && counts.size() >= strata;
        if (sofar >= offer.step().accepted() || closed) {
            return new RowResult(
                    of.sample(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new RowResult.Leaving(offer.step().id(), ENOUGH)),
                    List.of());
        }
        RowResult then = admit(offer.then());
        if (arrives(then)) {
            counts.merge(offer.stratum(), 1, Integer::sum);
        }
        return then;
    }

    private boolean arrives(RowResult then) {
        return !then.annotations().isEmpty()
                || then.emissions().stream().anyMatch(emission -> {
                    ShapeContext context = contexts.get(emission.output().id());
                    return context != null
                            && RowShape.of(emission.output().type()).shape(emission.row(), context).stream()
                                    .anyMatch(Shaped.Line.class::isInstance);
                });
    }

    private static RowResult both(RowResult one, RowResult other) {
        return new RowResult(
                one.sample(),
                joined(one.emissions(), other.emissions()),
                joined(one.judged(), other.judged()),
                joined(one.held(), other.held()),
                joined(one.forPeople(), other.forPeople()),
                joined(one.annotations(), other.annotations()),
                joined(one.leavings(), other.leavings()),
                joined(one.rejections(), other.rejections()),
                joined(one.noted(), other.noted()),
                List.of());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /**
     * For each {@code until} how far it came, as a sentence; with the reason where it fell short.
     *
     * @param why the run ended, for example that the input has no more rows
     */
    List<String> sentences(String why) {
        List<String> all = new ArrayList<>();
        for (Sift.Until until : steps) {
            Map<String, Integer> counts = accepted.getOrDefault(until.id(), Map.of());
            int count = counts.values().stream().mapToInt(Integer::intValue).sum();
            List<String> shorts = counts.entrySet().stream()
                    .filter(entry -> entry.getValue() < until.accepted())
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .toList();
            String of = until.each().isEmpty()
                    ? "'" + until.id() + "' accepted " + count + " of " + until.accepted()
                    : "'" + until.id() + "' accepted " + count + " in " + counts.size()
                            + (until.strata().isPresent()
                                    ? " of " + until.strata().getAsInt()
                                    : "") + " strata, "
                            + until.accepted() + " wanted of each";
            boolean enough = until.each().isEmpty() || until.strata().isPresent() ? full(until) : shorts.isEmpty();
            String fewer = until.each().isEmpty() || shorts.isEmpty() ? "" : " (" + String.join(", ", shorts) + ")";
            all.add(enough ? of : of + fewer + ": " + why);
        }
        return all;
    }
}
