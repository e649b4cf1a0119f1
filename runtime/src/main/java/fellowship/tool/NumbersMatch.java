package fellowship.tool;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the last number of each candidate with the last number of the reference, by value. */
final class NumbersMatch implements Tool {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?(?:\\d{1,3}(?:,\\d{3})++|\\d++)(?:\\.\\d++)?");

    @Override
    public String name() {
        return "numbers-match";
    }

    @Override
    public String help() {
        return "Tells whether the last number of a candidate equals the last number of the reference answer"
                + Candidates.HELP;
    }

    @Override
    public String use(String input, Case about) {
        if (about.reference().isEmpty()) {
            return "there is no reference answer to compare with";
        }
        Optional<BigDecimal> wanted = last(about.reference().get());
        if (wanted.isEmpty()) {
            return "the reference answer has no number";
        }
        return Candidates.each(input, about, candidate -> last(candidate)
                .map(number -> finding(number, wanted.get()))
                .orElse("has no number; the reference has " + Decimals.shown(wanted.get())));
    }

    private static String finding(BigDecimal number, BigDecimal wanted) {
        return number.compareTo(wanted) == 0
                ? "its last number, " + Decimals.shown(number) + ", equals the reference's"
                : "its last number, " + Decimals.shown(number) + ", is not the reference's, " + Decimals.shown(wanted);
    }

    /** The last number of bounded size; longer ones are no figures. */
    private static Optional<BigDecimal> last(String text) {
        Optional<BigDecimal> last = Optional.empty();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            if (found.end() - found.start() <= Decimals.MOST) {
                last = Optional.of(new BigDecimal(found.group().replace(",", "")));
            }
        }
        return last;
    }
}
