package fellowship.export.split;

import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The split of each record, by its number. The same prompts and seed give the same splits. */
public final class Splits {

    private final List<String> names;
    private final byte[] of;

    private Splits(List<String> names, byte[] of) {
        this.names = List.copyOf(names);
        this.of = of;
    }

    /** All records in {@code train}. */
    public static Splits none() {
        return new Splits(List.of(Shares.TRAIN), new byte[0]);
    }

    /**
     * Whole clusters go into a split while they fit into its share, in an order drawn from the seed; what is left is train.
     *
     * @param firsts as {@link NearPrompts#firsts} gives them
     */
    public static Splits of(Shares shares, int[] firsts, long seed) {
        List<String> names = new ArrayList<>(List.of(Shares.TRAIN));
        names.addAll(shares.shares().keySet());
        int[] sizes = new int[firsts.length];
        for (int first : firsts) {
            sizes[first]++;
        }
        byte[] byFirst = new byte[firsts.length];
        List<Integer> order = order(sizes, seed);
        int split = 1;
        for (Map.Entry<String, Double> share : shares.shares().entrySet()) {
            long room = Math.round(share.getValue() * firsts.length);
            for (int first : order) {
                if (byFirst[first] == 0 && sizes[first] <= room) {
                    byFirst[first] = (byte) split;
                    room -= sizes[first];
                }
            }
            split++;
        }
        byte[] of = new byte[firsts.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = byFirst[firsts[i]];
        }
        return new Splits(names, of);
    }

    private static List<Integer> order(int[] sizes, long seed) {
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0) {
                firsts.add(i);
            }
        }
        Dice dice = Dice.of(seed).split("splits");
        long[] drawn = new long[sizes.length];
        firsts.forEach(first -> drawn[first] = dice.split(String.valueOf(first)).number());
        firsts.sort(Comparator.comparingLong(first -> drawn[first]));
        return firsts;
    }

    /** All splits, train first. */
    public List<String> names() {
        return names;
    }

    /** @param record its number, from 0 */
    public String of(int record) {
        return names.get(of.length == 0 ? 0 : of[record]);
    }
}
