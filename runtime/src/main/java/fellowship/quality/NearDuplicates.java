package fellowship.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that are alike to one before, by MinHash (Broder 1997) over runs of five characters, in bands (locality-sensitive
 * hashing). A text's letters are compared in lower case without punctuation. The similarity is the share of runs that two
 * texts have in common of all they have (Jaccard), estimated from {@value #PERMUTATIONS} permutations: at 0.8 its standard
 * error is 0.035. Of pairs at the bound at least 99 of 100 are compared at all. Holds 512 bytes and up to 128 entries of an
 * index, 2 to 8 kilobytes, for each text that stays; texts that were alike to another take nothing.
 */
public final class NearDuplicates {

    /** How many permutations a signature has. */
    public static final int PERMUTATIONS = 128;

    private static final int RUN = 5;
    private static final double FOUND = 0.99;
    private static final long[] SEEDS = seeds();

    private final double least;
    private final int rows;
    private final List<int[]> kept = new ArrayList<>();
    private final List<Map<Integer, int[]>> bands = new ArrayList<>();

    /**
     * @param least similarity from which two texts count as alike, above 0, up to 1
     * @throws IllegalArgumentException when it is not
     */
    public NearDuplicates(double least) {
        if (!(least > 0 && least <= 1)) {
            throw new IllegalArgumentException("the similarity must be above 0, up to 1, was " + least);
        }
        this.least = least;
        this.rows = rows(least);
        for (int band = 0; band < PERMUTATIONS / rows; band++) {
            bands.add(new HashMap<>());
        }
    }

    /** The widest bands that still find nearly all pairs at the bound. */
    private static int rows(double least) {
        for (int rows = 16; rows > 1; rows--) {
            double missed = Math.pow(1 - Math.pow(least, rows), PERMUTATIONS / rows);
            if (1 - missed >= FOUND) {
                return rows;
            }
        }
        return 1;
    }

    /** Whether the text is unlike all that were kept; then it is kept. */
    public boolean add(int[] signature) {
        for (int band = 0; band < bands.size(); band++) {
            for (int other : bands.get(band).getOrDefault(key(signature, band), new int[0])) {
                if (similarity(signature, kept.get(other)) >= least) {
                    return false;
                }
            }
        }
        int place = kept.size();
        kept.add(signature.clone());
        for (int band = 0; band < bands.size(); band++) {
            bands.get(band).merge(key(signature, band), new int[] {place}, NearDuplicates::with);
        }
        return true;
    }

    private static int[] with(int[] before, int[] more) {
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = more[0];
        return all;
    }

    private int key(int[] signature, int band) {
        long key = band;
        for (int i = band * rows; i < (band + 1) * rows; i++) {
            key = Words.mix(key * 31 + signature[i]);
        }
        return (int) key;
    }

    /** The estimated similarity of two texts, 0 to 1. */
    public static double similarity(int[] one, int[] other) {
        int equal = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return (double) equal / PERMUTATIONS;
    }

    /** What stands for a text: the least value of each permutation over its runs. */
    public static int[] signature(String text) {
        String plain = String.join(" ", Words.of(text));
        int[] signature = new int[PERMUTATIONS];
        Arrays.fill(signature, Integer.MAX_VALUE);
        int last = Math.max(0, plain.length() - RUN);
        for (int i = 0; i <= last; i++) {
            long run = Words.hash(plain.substring(i, Math.min(plain.length(), i + RUN)));
            for (int k = 0; k < PERMUTATIONS; k++) {
                signature[k] = Math.min(signature[k], (int) (Words.mix(run ^ SEEDS[k]) >>> 33));
            }
        }
        return signature;
    }

    private static long[] seeds() {
        long[] seeds = new long[PERMUTATIONS];
        for (int k = 0; k < PERMUTATIONS; k++) {
            seeds[k] = Words.mix(0x5eed + k);
        }
        return seeds;
    }
}
