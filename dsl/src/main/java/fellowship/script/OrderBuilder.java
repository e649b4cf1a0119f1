package fellowship.script;

import fellowship.dsl.OrderWords;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.SourcePosition;
import java.util.Optional;

/** Reads in which orders candidates are shown. */
final class OrderBuilder implements OrderWords {

    private final Origin origin;
    private final Problems problems;
    private final String whose;
    private Orders orders = Orders.standard();
    private Optional<SourcePosition> said = Optional.empty();

    /** @param whose block it is, for example {@code a judge} */
    OrderBuilder(Origin origin, Problems problems, String whose) {
        this.origin = origin;
        this.problems = problems;
        this.whose = whose;
    }

    @Override
    public void bothOrders() {
        say(Orders.standard());
    }

    @Override
    public void bothOrders(OrderRule rule) {
        say(new Orders(true, rule));
    }

    @Override
    public void oneOrder() {
        say(Orders.one());
    }

    private void say(Orders wanted) {
        SourcePosition at = origin.here();
        if (said.isPresent()) {
            problems.error(at, whose + " sees both orders or one, once: 'bothOrders' or 'oneOrder'");
        }
        said = Optional.of(at);
        orders = wanted;
    }

    Orders orders() {
        return orders;
    }

    /** Where the script says it, if it does. */
    Optional<SourcePosition> said() {
        return said;
    }
}
