package fellowship.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well one side finds each category of the other (the first, gold). For a category: precision = found and right /
 * found, recall = found and right / there, F1 = 2 · found and right / (found + there). All from 0 to 1. A share of
 * nothing counts as 0, as in scikit-learn ({@code zero_division=0}); a macro mean is over all categories that either side
 * has, so never over a share of nothing and nothing.
 *
 * @param precision of what was found, how much is right
 * @param recall of what is there, how much was found
 * @param f1 their harmonic mean
 * @param gold how often gold has it
 * @param found how often the other side says it
 */
public record CategoryScores(double precision, double recall, double f1, long gold, long found) {

    /** One for each category of the confusion, in its order; all 0 for one that neither side has. */
    public static List<CategoryScores> of(Confusion<?> confusion) {
        List<CategoryScores> all = new ArrayList<>();
        for (int i = 0; i < confusion.categories().size(); i++) {
            long right = confusion.count(i, i);
            long gold = confusion.firstTotal(i);
            long found = confusion.secondTotal(i);
            all.add(new CategoryScores(
                    share(right, found), share(right, gold), share(2 * right, gold + found), gold, found));
        }
        return all;
    }

    private static Measure mean(Confusion<?> confusion, ToDoubleFunction<CategoryScores> part) {
        return Means.of(of(confusion).stream()
                .filter(scores -> scores.gold() + scores.found() > 0)
                .mapToDouble(part));
    }

    private static double share(long hits, long of) {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** The mean precision over all categories. */
    public static Measure macroPrecision(Confusion<?> confusion) {
        return mean(confusion, CategoryScores::precision);
    }

    /** The mean recall over all categories. */
    public static Measure macroRecall(Confusion<?> confusion) {
        return mean(confusion, CategoryScores::recall);
    }

    /** The mean F1 over all categories. */
    public static Measure macroF1(Confusion<?> confusion) {
        return mean(confusion, CategoryScores::f1);
    }
}
