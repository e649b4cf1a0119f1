package fellowship.judging;

import fellowship.row.Row;
import fellowship.seam.Dice;

/** What is drawn for a row: the same each time, and balanced over rows. */
final class Drawn {

    private Drawn() {}

    /** Whether an annotator that sees one order only sees the second candidate first. */
    static boolean swapped(Dice dice, String annotator, Row row) {
        return dice.split("order").split(annotator).split(row.id()).below(2) == 1;
    }
}
