package fellowship.stats;

/**
 * Agreement of many annotators on categories. The share of agreement on an item is that of its pairs of ratings,
 * P_i = Σ_j n_ij (n_ij − 1) / (n_i (n_i − 1)); items with fewer than two ratings tell nothing and are left out.
 *
 * <p>Fleiss' κ = (P̄ − P_e) / (1 − P_e) with P_e = Σ_j p_j², p_j the mean over items of the share of category j. Where all
 * items have the same number of ratings, this is Fleiss (1971), Psychological Bulletin 76, 378–382; where some are missing,
 * each item still counts the same. At most 1; 0 is chance.
 */
public final class Fleiss {

    private Fleiss() {}

    /** P̄: the mean over items of the share of agreeing pairs, from 0 to 1. With two annotators: percent agreement. */
    public static Measure agreement(Ratings<?> ratings) {
        Sums sums = new Sums(ratings);
        return sums.items == 0 ? Measure.absent("no item has two ratings") : Measure.of(sums.agreeing / sums.items);
    }

    /** Items with two ratings or more. */
    public static int items(Ratings<?> ratings) {
        return new Sums(ratings).items;
    }

    /** κ; absent where no item has two ratings and where only one category was ever used. */
    public static Measure kappa(Ratings<?> ratings) {
        Sums sums = new Sums(ratings);
        if (sums.items == 0) {
            return Measure.absent("no item has two ratings");
        }
        if (sums.used() < 2) {
            return Measure.absent("all ratings are the same, so agreement by chance would be whole too");
        }
        double chance = 0;
        for (double share : sums.shares) {
            chance += share / sums.items * (share / sums.items);
        }
        return Measure.of((sums.agreeing / sums.items - chance) / (1 - chance));
    }

    private static final class Sums {

        private int items;
        private double agreeing;
        private final double[] shares;

        Sums(Ratings<?> ratings) {
            shares = new double[ratings.categories().size()];
            int[] counts = new int[shares.length];
            for (int item = 0; item < ratings.items().size(); item++) {
                int[] codes = ratings.codes(item);
                int n = 0;
                // Of each rating, those before it that are the same: the agreeing pairs.
                long same = 0;
                for (int code : codes) {
                    if (code >= 0) {
                        n++;
                        same += counts[code]++;
                    }
                }
                for (int code : codes) {
                    if (code >= 0) {
                        counts[code] = 0;
                        shares[code] += n < 2 ? 0 : 1.0 / n;
                    }
                }
                if (n >= 2) {
                    items++;
                    agreeing += 2.0 * same / ((double) n * (n - 1));
                }
            }
        }

        private int used() {
            int used = 0;
            for (double share : shares) {
                used += share > 0 ? 1 : 0;
            }
            return used;
        }
    }
}
