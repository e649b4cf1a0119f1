package fellowship.report;

import fellowship.stats.Interval;
import fellowship.stats.Measure;
import fellowship.tally.Estimate;
import fellowship.tally.Share;
import java.util.Locale;
import java.util.Optional;

/** Numbers as tables show them. */
final class Figure {

    /** What stands where there is nothing to tell. */
    static final String NONE = "–";

    private Figure() {}

    /** {@code 62.5 % (55.1–69.3)}. */
    static String share(Share share) {
        if (share.of() == 0) {
            return NONE;
        }
        Interval interval = share.interval().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f–%.1f)",
                100.0 * share.hits() / share.of(),
                100 * interval.low(),
                100 * interval.high());
    }

    /** {@code 5 of 8}. */
    static String of(Share share) {
        return share.of() == 0 ? NONE : share.hits() + " of " + share.of();
    }

    /** {@code 0.42 (0.31–0.53)}, or why there is no number. */
    static String estimate(Estimate estimate) {
        return estimate(estimate.value(), estimate.interval());
    }

    static String estimate(Measure value, Optional<Interval> interval) {
        return value instanceof Measure.Of of
                ? number(of.number())
                        + interval.map(found -> " (" + number(found.low()) + " to " + number(found.high()) + ")")
                                .orElse("")
                : NONE + " (" + value.why() + ")";
    }

    /** The same of a share, {@code 42.0 % (31.0–53.0)}. */
    static String percent(Measure value, Optional<Interval> interval) {
        return value instanceof Measure.Of of
                ? String.format(Locale.ROOT, "%.1f %%", 100 * of.number())
                        + interval.map(found -> String.format(
                                        Locale.ROOT, " (%.1f–%.1f)", 100 * found.low(), 100 * found.high()))
                                .orElse("")
                : NONE + " (" + value.why() + ")";
    }

    static String number(double value) {
        String text = String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
        String zero = text.replaceFirst("^-(0(\\.0+)?)$", "$1");
        return zero.replaceFirst("^-", "−");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
