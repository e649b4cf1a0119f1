package fellowship.script;

import fellowship.dsl.DebateSpec;
import fellowship.dsl.Judge;
import fellowship.plan.Debate;
import fellowship.plan.OrderRule;
import fellowship.plan.SourcePosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills a debate's block. */
final class DebateBuilder implements DebateSpec {

    private static final int ROUNDS = 2;

    private final Origin origin;
    private final Problems problems;
    private final OrderBuilder orders;
    private final Set<String> said = new HashSet<>();
    private final List<Debate.Seat> seats = new ArrayList<>();
    private final List<BuiltJudge> judges = new ArrayList<>();
    private int rounds = ROUNDS;
    private Optional<String> closing = Optional.empty();

    DebateBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
        this.orders = new OrderBuilder(origin, problems, "a debate");
    }

    @Override
    public void seat(String persona, Judge judge) {
        if (persona.isBlank()) {
            problems.error(
                    origin.here(), "a seat needs to say who sits there, for example seat 'general public', judge");
        }
        seats.add(new Debate.Seat(persona.strip(), judge.name()));
        judges.add(BuiltJudge.of(judge));
    }

    @Override
    public void rounds(int count) {
        once("rounds");
        if (count < 1) {
            problems.error(origin.here(), "rounds must be 1 or more, was " + count + "; without a talk, say jury");
        }
        rounds = Math.max(1, count);
    }

    @Override
    public void closing(Judge judge) {
        once("closing");
        closing = Optional.of(judge.name());
        judges.add(BuiltJudge.of(judge));
    }

    @Override
    public void untilAgreed() {
        once("untilAgreed");
    }

    @Override
    public void withoutFirstVotes() {
        once("withoutFirstVotes");
        firstVotesOnce();
    }

    @Override
    public void showFirstVotes() {
        once("showFirstVotes");
        firstVotesOnce();
    }

    private void firstVotesOnce() {
        if (said.contains("withoutFirstVotes") && said.contains("showFirstVotes")) {
            problems.error(origin.here(), "first votes cannot be shown where there are none; take one of the two out");
        }
    }

    @Override
    public void bothOrders() {
        orders.bothOrders();
    }

    @Override
    public void bothOrders(OrderRule rule) {
        orders.bothOrders(rule);
    }

    @Override
    public void oneOrder() {
        orders.oneOrder();
    }

    private void once(String word) {
        if (!said.add(word)) {
            problems.error(origin.here(), "'" + word + "' is said twice in this block");
        }
    }

    BuiltDebate build(String name, SourcePosition at) {
        Debate debate = new Debate(
                name,
                seats,
                rounds,
                !said.contains("withoutFirstVotes"),
                said.contains("showFirstVotes") && !said.contains("withoutFirstVotes"),
                said.contains("untilAgreed"),
                closing,
                orders.orders(),
                at);
        return new BuiltDebate(debate, List.copyOf(judges));
    }
}
