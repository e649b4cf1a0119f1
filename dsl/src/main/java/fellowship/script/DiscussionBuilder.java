package fellowship.script;

import fellowship.dsl.DiscussionSpec;
import fellowship.dsl.Judge;
import fellowship.plan.OrderRule;
import fellowship.plan.SourcePosition;

/** Fills a discussion's block: a debate of two as in PRD (arXiv 2307.02762, section 3.2). */
final class DiscussionBuilder implements DiscussionSpec {

    /** Most turns of both together, as in PRD. */
    private static final int TURNS = 4;

    private final Origin origin;
    private final Problems problems;
    private final DebateBuilder debate;
    private boolean seated;
    private int turns = TURNS;

    DiscussionBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
        this.debate = new DebateBuilder(origin, problems);
        debate.showFirstVotes();
        debate.untilAgreed();
    }

    @Override
    public void between(Judge first, Judge second) {
        if (seated) {
            problems.error(origin.here(), "'between' is said twice in this block");
            return;
        }
        seated = true;
        debate.seat("first reviewer", first);
        debate.seat("second reviewer", second);
    }

    @Override
    public void turns(int count) {
        if (count < 2 || count % 2 != 0) {
            problems.error(
                    origin.here(),
                    "turns must be an even number of 2 or more, so that both speak equally often, was " + count);
        }
        turns = Math.max(2, count);
    }

    @Override
    public void bothOrders() {
        debate.bothOrders();
    }

    @Override
    public void bothOrders(OrderRule rule) {
        debate.bothOrders(rule);
    }

    @Override
    public void oneOrder() {
        debate.oneOrder();
    }

    boolean seated() {
        return seated;
    }

    BuiltDebate build(String name, SourcePosition at) {
        if (!seated) {
            problems.error(at, "discussion '" + name + "' needs to know who discusses: between strict, helpful");
        }
        debate.rounds(turns / 2);
        return debate.build(name, at);
    }
}
