package fellowship.script;

import fellowship.dsl.GateSpec;
import fellowship.plan.Fate;
import fellowship.plan.Gate;
import fellowship.plan.Leaf;
import fellowship.plan.Sift;
import fellowship.plan.SourcePosition;
import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One word that chooses among the rows of a flow. */
final class Choice<V> {

    private final BuiltFlow<V> flow;
    private final PlanBuilder plan;
    private final SourcePosition at;

    Choice(BuiltFlow<V> flow) {
        this.flow = flow;
        this.plan = flow.plan;
        this.at = plan.origin.here();
    }

    Node dedupe(Map<String, ?> options, Function<? super V, ?> key) {
        OptionalDouble near = numbers("dedupe", options).number("near");
        Leaf<Function<Row, String>> leaf = text(key);
        return add("dedupe", (id, from) -> new Sift.Dedupe(id, from, leaf, near, at));
    }

    Node sample(Map<String, ?> options) {
        OptionalInt count = numbers("sample", options).whole("count", 1);
        OptionalDouble share = numbers("sample", options).number("share");
        if (options.isEmpty()) {
            plan.problems.error(at, "sample needs how many: sample 100, or sample(share: 0.1)");
        }
        OptionalDouble part = count.isEmpty() && share.isEmpty() ? OptionalDouble.of(1) : share;
        return add("sample", (id, from) -> new Sift.Sample(id, from, count, part, at));
    }

    Node until(Map<String, ?> options, Optional<Function<? super V, ?>> each) {
        OptionalInt accepted = numbers("until", options).whole("accepted", 1);
        OptionalInt strata = numbers("until", options).whole("strata", 1);
        if (!options.containsKey("accepted")) {
            plan.problems.error(at, "until needs how many rows are wanted: until(accepted: 100)");
        }
        if (strata.isPresent() && each.isEmpty()) {
            plan.problems.error(
                    at, "strata counts the values of a closure: until(accepted: 50, strata: 4) { it.task.topic }");
        }
        Optional<Leaf<Function<Row, String>>> leaf = each.map(this::text);
        int wanted = accepted.orElse(1);
        return add("until", (id, from) -> new Sift.Until(id, from, wanted, leaf, strata, at));
    }

    Node gates(List<String> columns, Consumer<GateSpec> block) {
        GateBuilder builder = new GateBuilder(plan.origin, plan.problems);
        block.accept(builder);
        List<Gate> gates = builder.build();
        return add("gates", (id, from) -> new Sift.Gates(id, from, gates, columns, at));
    }

    Node weak(Map<String, ?> options, Fate fate) {
        OptionalDouble share = numbers("weak", options).number("share");
        OptionalDouble below = any(options.get("below"));
        return add("weak", (id, from) -> new Sift.Weak(id, from, share, below, fate, at));
    }

    Node refusals(Map<String, ?> options) {
        Fate chosen = options.get("chosen") instanceof Fate said ? said : Fate.drop;
        Fate rejected = options.get("rejected") instanceof Fate said ? said : Fate.keep;
        if (List.of(chosen, rejected).stream().anyMatch(fate -> fate != Fate.drop && fate != Fate.keep)) {
            plan.problems.error(at, "refusals keeps or drops: refusals(chosen: keep), refusals(rejected: drop)");
        }
        return add("refusals", (id, from) -> new Sift.Refusals(id, from, chosen, rejected, at));
    }

    Node margins() {
        return add("margins", (id, from) -> new Sift.Margins(id, from, at));
    }

    Node escalate(Map<String, ?> options, String annotator) {
        OptionalDouble share = numbers("escalate", options).number("share");
        OptionalDouble below = numbers("escalate", options).number("below");
        return add("escalate", (id, from) -> new Sift.Escalate(id, from, annotator, share, below, at));
    }

    private static OptionalDouble any(@Nullable Object said) {
        return said instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private NamedNumbers numbers(String word, Map<String, ?> options) {
        return new NamedNumbers(word, options, plan.origin, plan.problems);
    }

    private Leaf<Function<Row, String>> text(Function<? super V, ?> written) {
        Function<Row, String> function = row -> String.valueOf(written.apply(flow.view.apply(row)));
        try {
            return plan.origin.leaf(written, function);
        } catch (IllegalArgumentException e) {
            plan.problems.error(at, e);
            return new Leaf<>("", "", function);
        }
    }

    private Node add(String kind, PlanBuilder.Making making) {
        return plan.add(kind, Optional.of(flow.node), making);
    }
}
