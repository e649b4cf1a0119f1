import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one measured run came to; NaN for what does not apply.
 *
 * @param calls seconds from the first call to the last
 * @param whole seconds of the whole process
 * @param start seconds from the start of the process to the first call
 * @param cpu processor seconds
 * @param peak megabytes
 * @param made calls that arrived at the provider
 * @param again calls that were answered whole although they had been before
 * @param refused answers 429
 * @param rows rows that ended: emitted, filtered or rejected
 * @param rejected rows among them that were rejected with a reason
 * @param limit seconds of the bare-socket loader from first call to last, or the rate limit's own
 * @param limitWhole seconds of the loader's whole process
 * @param same whether the files are those of a run without a crash
 */
record Figures(
        double calls,
        double whole,
        double start,
        double cpu,
        double peak,
        double made,
        double again,
        double refused,
        double rows,
        double rejected,
        double limit,
        double limitWhole,
        boolean same) {

    static final List<String> HEAD = List.of(
            "", "first to last call", "limit", "ratio", "whole", "limit", "start-up", "CPU", "CPU / 1,000 calls",
            "peak RSS", "calls", "made again", "429", "rows", "rejected");

    /** The medians of several runs, ratios pair by pair. */
    static List<String> cells(Workload work, List<Figures> runs) {
        List<String> cells = new ArrayList<>();
        cells.add(work.name());
        cells.add(seconds(median(runs, Figures::calls)));
        cells.add(seconds(median(runs, Figures::limit)));
        cells.add(number("%.2f", median(runs, run -> run.calls / run.limit)));
        cells.add(seconds(median(runs, Figures::whole)));
        cells.add(seconds(median(runs, Figures::limitWhole)));
        cells.add(seconds(median(runs, Figures::start)));
        cells.add(seconds(median(runs, Figures::cpu)));
        cells.add(number("%.2f s", median(runs, run -> run.made > 0 ? run.cpu * 1000 / run.made : Double.NaN)));
        cells.add(number("%.0f MB", median(runs, Figures::peak)));
        cells.add(number("%,.0f", median(runs, Figures::made)));
        cells.add(number("%,.0f", median(runs, Figures::again)));
        cells.add(number("%,.0f", median(runs, Figures::refused)));
        cells.add(number("%,.0f", median(runs, Figures::rows)));
        cells.add(number("%,.0f", median(runs, Figures::rejected)));
        return cells;
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String seconds(double value) {
        return number("%.2f s", value);
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
