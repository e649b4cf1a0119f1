package fellowship.dataset;

import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.text.Sha256;

/** Names for pairs that stay the same from run to run: made of the row's id and the two texts. */
final class PairIds {

    private static final int DIGITS = 16;

    private PairIds() {}

    static String of(Row row, Preference pair) {
        StringBuilder parts = new StringBuilder();
        for (String part :
                new String[] {row.id(), pair.chosen().text(), pair.rejected().text()}) {
            parts.append(part.length()).append(':').append(part);
        }
        return Sha256.of(parts.toString()).substring(0, DIGITS);
    }
}
