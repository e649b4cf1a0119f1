package fellowship.simulation;

import java.util.Locale;

/** A synthetic writer. Lengths are log-normal; the spread of their logarithm and of qualities is the same for all. */
record Writer(String name, String family, double quality, double characters) {

    static final double SPREAD = 1;
    static final double VARIETY = 0.4;

    String reference(int simulation) {
        return String.format(
                Locale.ROOT,
                "synthetic:quality=%s,spread=%s,characters=%s,variety=%s,family=%s#%s-%d",
                quality,
                SPREAD,
                characters,
                VARIETY,
                family,
                name,
                simulation);
    }
}
