package fellowship.plan;

/**
 * In which orders two candidates are shown.
 *
 * @param both each way once; else one order, drawn for each row so that over a data set the orders balance
 * @param rule how the judgments of both orders become one verdict
 */
public record Orders(boolean both, OrderRule rule) {

    /** Both orders, and a winner only where they agree. */
    public static Orders standard() {
        return new Orders(true, OrderRule.consistent);
    }

    /** One order, drawn for each row. */
    public static Orders one() {
        return new Orders(false, OrderRule.consistent);
    }
}
