package fellowship.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

    private Figures() {}

    /** 12,345 */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 950, 31.2k, 4.50M */
    static String brief(long number) {
        if (number < 10_000) {
            return Long.toString(number);
        }
        return number < 1_000_000
                ? String.format(Locale.ROOT, "%.1fk", number / 1e3)
                : String.format(Locale.ROOT, "%.2fM", number / 1e6);
    }

    /** $0.0042 below a dollar, $12.34 from there. */
    static String usd(double dollars) {
        if (dollars == 0) {
            return "$0";
        }
        return String.format(Locale.ROOT, dollars < 1 ? "$%.4f" : "$%,.2f", dollars);
    }

    /** 0:42, 1:02:03 */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** "1 row", "2 rows". */
    static String of(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }
}
