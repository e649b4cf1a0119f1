package fellowship.judging;

import fellowship.plan.Orders;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.List;

/** What is drawn for a row: the same each time, and balanced over rows. */
final class Drawn {

    private Drawn() {}

    /** The orders in which an annotator is shown a pair: true for the second candidate first. */
    static List<Boolean> orders(Orders orders, Dice dice, String annotator, Row row) {
        return orders.both()
                ? List.of(false, true)
                : List.of(dice.split("order").split(annotator).split(row.id()).below(2) == 1);
    }
}
