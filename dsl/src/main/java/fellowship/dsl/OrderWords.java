package fellowship.dsl;

import fellowship.plan.OrderRule;

/** The words that say in which orders two candidates are shown. */
public interface OrderWords {

    /**
     * Asks each comparison twice, the second time with the candidates exchanged, and names a winner only where both
     * orders do; this is the default.
     */
    void bothOrders();

    /**
     * Asks each comparison in both orders and settles the two as said: {@code bothOrders(swapSum)}, or
     * {@code average}, {@code synthesise}, {@code consistent}.
     */
    void bothOrders(OrderRule rule);

    /**
     * Asks each comparison once, in an order drawn for each row from the seed, so that over the rows each candidate
     * stands first equally often: half the price, and no guard against a liking for one place.
     */
    void oneOrder();
}
