package fellowship.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All that labels or numbers of several annotators say of each other and of gold, with intervals: the measures of
 * {@link Findings}, each with whom it is about.
 */
public final class AgreementTable {

    /** The measures. The names are the words of scripts. */
    public enum Kind {
        percent,
        kappa,
        fleiss,
        krippendorff,
        correlation,
        classification
    }

    /** Where the chance of a bootstrap comes from when nobody says. */
    private static final long SEED = 0;

    private final Set<Kind> kinds;
    private final Findings findings;
    private final List<AgreementLine> lines = new ArrayList<>();

    private AgreementTable(Set<Kind> kinds, Findings findings) {
        this.kinds = kinds;
        this.findings = findings;
    }

    /**
     * Of labels.
     *
     * @param gold the annotator who is right; its agreement with others is told, but it is none of the others
     * @param kinds which measures; empty: every one that applies
     * @param level of the intervals, above 0 and below 1
     * @param resamples draws of a bootstrap, 100 or more
     */
    public static List<AgreementLine> ofLabels(
            Ratings<String> ratings, Optional<String> gold, Set<Kind> kinds, double level, int resamples) {
        return of(Dimension.NOMINAL, ratings, gold, kinds, new Findings.Chance(level, resamples, SEED));
    }

    /** Of numbers, on a scale with equal steps; the same otherwise. */
    public static List<AgreementLine> ofNumbers(
            Ratings<Double> ratings, Optional<String> gold, Set<Kind> kinds, double level, int resamples) {
        return of(Dimension.INTERVAL, ratings, gold, kinds, new Findings.Chance(level, resamples, SEED));
    }

    private static <T extends Comparable<? super T>> List<AgreementLine> of(
            Dimension dimension, Ratings<T> ratings, Optional<String> gold, Set<Kind> kinds, Findings.Chance chance) {
        AgreementTable table = new AgreementTable(kinds, new Findings(dimension, chance));
        int known = gold.map(name -> ratings.annotators().indexOf(name)).orElse(-1);
        int[] others = IntStream.range(0, ratings.annotators().size())
                .filter(i -> i != known)
                .toArray();
        table.together(ratings.only(others));
        for (int i = 0; i < others.length; i++) {
            for (int j = i + 1; j < others.length; j++) {
                table.two(ratings, others[i], others[j]);
            }
        }
        if (known >= 0) {
            for (int other : others) {
                table.against(ratings, known, other, dimension == Dimension.NOMINAL);
            }
        }
        return List.copyOf(table.lines);
    }

    private <T extends Comparable<? super T>> void together(Ratings<T> ratings) {
        if (ratings.annotators().size() > 1 && (told(Kind.fleiss) || told(Kind.krippendorff) || told(Kind.percent))) {
            int items = Fleiss.items(ratings);
            findings.together(ratings).forEach(finding -> add(finding, ratings.annotators(), items));
        }
    }

    private <T extends Comparable<? super T>> void two(Ratings<T> ratings, int first, int second) {
        Ratings.Paired<T> paired = ratings.pair(first, second);
        List<String> names =
                List.of(ratings.annotators().get(first), ratings.annotators().get(second));
        findings.ofTwo(paired, "agreement").forEach(finding -> add(finding, names, paired.size()));
    }

    private <T extends Comparable<? super T>> void against(Ratings<T> ratings, int gold, int other, boolean labels) {
        Ratings.Paired<T> paired = ratings.pair(gold, other);
        List<String> names =
                List.of(ratings.annotators().get(gold), ratings.annotators().get(other));
        findings.ofTwo(paired, "accuracy").forEach(finding -> add(finding, names, paired.size()));
        if (labels && told(Kind.classification)) {
            findings.macro(paired).forEach(finding -> add(finding, names, paired.size()));
        }
    }

    private boolean told(Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    private void add(Finding finding, List<String> annotators, long items) {
        boolean agreement = finding.name().equals("accuracy") && told(Kind.percent);
        kind(finding.name())
                .filter(kind -> told(kind) || agreement)
                .ifPresent(kind -> lines.add(new AgreementLine(
                        kind, finding.name(), annotators, finding.value(), finding.interval(), items)));
    }

    /** The word of scripts for a measure; absent for one that they have no word for. */
    private static Optional<Kind> kind(String measure) {
        if (measure.equals("agreement of pairs")) {
            return Optional.empty(); // The mean of what is told of each two.
        }
        return switch (measure.replaceFirst("[ ,].*$", "")) {
            case "agreement" -> Optional.of(Kind.percent);
            case "κ" -> Optional.of(Kind.kappa);
            case "Fleiss" -> Optional.of(Kind.fleiss);
            case "Krippendorff" -> Optional.of(Kind.krippendorff);
            case "Pearson", "Spearman", "Kendall" -> Optional.of(Kind.correlation);
            case "accuracy", "precision", "recall", "F1" -> Optional.of(Kind.classification);
            default -> Optional.empty();
        };
    }
}
