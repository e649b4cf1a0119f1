package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.Optional;

/** Pairs as texts: one question, two answers, nothing else. */
final class PlainPairs {

    private PlainPairs() {}

    static Optional<String> unfit(FullRecord record) {
        return Fit.first(
                () -> Fit.pair(record),
                () -> Fit.singleTurn(record),
                () -> Fit.unless(record.system().isEmpty(), Reasons.SYSTEM_LOST),
                () -> Fit.toolless(record),
                () -> Fit.plainAnswers(record),
                () -> Fit.pictureless(record));
    }

    /** With a blank before it, unless it begins with one. */
    static String led(String text) {
        return Character.isWhitespace(text.charAt(0)) ? text : " " + text;
    }
}
