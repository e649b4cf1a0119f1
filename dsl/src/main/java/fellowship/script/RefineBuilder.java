package fellowship.script;

import fellowship.dsl.RefineSpec;
import fellowship.plan.Leaf;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** Fills the block of {@code refine}. */
final class RefineBuilder<R> implements RefineSpec<R> {

    private final Origin origin;
    private final Problems problems;
    private final Function<Map<String, Object>, R> reply;
    OptionalInt atMost = OptionalInt.empty();
    boolean reviewLast = true;
    Optional<Leaf<Predicate<Map<String, Object>>>> stopWhen = Optional.empty();

    /** @param reply makes what the test sees of a reviewer's reply, by field */
    RefineBuilder(Origin origin, Problems problems, Function<Map<String, Object>, R> reply) {
        this.origin = origin;
        this.problems = problems;
        this.reply = reply;
    }

    @Override
    public void atMost(int drafts) {
        if (drafts < 2) {
            problems.error(origin.here(), "atMost must be 2 or more, was " + drafts + "; for one draft say generate");
        }
        atMost = OptionalInt.of(Math.max(2, drafts));
    }

    @Override
    public void stopWhen(Predicate<? super R> test) {
        try {
            stopWhen = Optional.of(origin.leaf(test, Origin.before(reply, test)));
        } catch (IllegalArgumentException e) {
            problems.error(origin.here(), e);
        }
    }

    @Override
    public void reviewLast(boolean whether) {
        reviewLast = whether;
    }
}
