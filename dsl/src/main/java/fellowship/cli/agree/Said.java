package fellowship.cli.agree;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one annotator said of one item.
 *
 * @param text as it is compared: numbers without needless zeros
 * @param place file and line
 */
record Said(String item, String annotator, String text, String place) {

    /** What a cell says; nothing for lists and objects. */
    static Optional<String> text(Object cell) {
        if (cell instanceof Number number) {
            return Optional.of(plain(new BigDecimal(number.toString())));
        }
        return cell instanceof String || cell instanceof Boolean
                ? Optional.of(cell.toString().strip())
                : Optional.empty();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The number that a text is, written as people write numbers. */
    static Optional<Double> number(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
                ? Optional.of(Double.valueOf(text)).filter(Double::isFinite)
                : Optional.empty();
    }
}
