package fellowship.acceptance;

import fellowship.stats.Bootstrap;
import fellowship.stats.BradleyTerry;
import fellowship.stats.Calibration;
import fellowship.stats.CategoryScores;
import fellowship.stats.Cohen;
import fellowship.stats.Confusion;
import fellowship.stats.Correlation;
import fellowship.stats.DawidSkene;
import fellowship.stats.Dimension;
import fellowship.stats.EffectiveVotes;
import fellowship.stats.Fleiss;
import fellowship.stats.Interval;
import fellowship.stats.Krippendorff;
import fellowship.stats.LengthControlled;
import fellowship.stats.Measure;
import fellowship.stats.PeerRank;
import fellowship.stats.Position;
import fellowship.stats.Ratings;
import fellowship.stats.Votes;
import fellowship.stats.WinRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random tables of all shapes, degenerate ones among them, each with our measures of it; null where there is none. */
final class RandomTables {

    static final List<Function<Random, Map<String, Object>>> KINDS = List.of(
            RandomTables::pair,
            RandomTables::ratings,
            RandomTables::numbers,
            RandomTables::wins,
            RandomTables::lengths,
            RandomTables::comparisons,
            RandomTables::forecasts,
            RandomTables::bootstrap,
            RandomTables::verdicts,
            RandomTables::truth,
            RandomTables::reviews,
            RandomTables::votes);

    private RandomTables() {}

    private static Map<String, Object> line(String kind) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        return line;
    }

    private static @Nullable Double of(Measure measure) {
        return measure instanceof Measure.Of of ? (Double) of.number() : null;
    }

    private static @Nullable Double of(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static @Nullable List<Double> of(Optional<Interval> interval) {
        return interval.map(ends -> List.of(ends.low(), ends.high())).orElse(null);
    }

    private static int size(Random random, int most) {
        return random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(most + 1);
    }

    /** How often annotators follow a common truth, between never and always. */
    private static int draw(Random random, int truth, double follows, int k) {
        return random.nextDouble() < follows ? truth : random.nextInt(k);
    }

    private static double[] column(Random random, int n) {
        int shape = random.nextInt(4);
        double common = random.nextGaussian();
        return IntStream.range(0, n)
                .mapToDouble(i -> switch (shape) {
                    case 0 -> random.nextInt(5);
                    case 1 -> random.nextGaussian() * 1e3;
                    case 2 -> random.nextInt(20) == 0 ? 1 : 0;
                    default -> random.nextInt(10) == 0 ? random.nextInt(3) : common;
                })
                .toArray();
    }

    private static Map<String, Object> pair(Random random) {
        int n = size(random, 40);
        int k = 1 + random.nextInt(6);
        double follows = random.nextDouble();
        List<String> gold = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int truth = random.nextInt(k);
            gold.add("c" + truth);
            found.add("c" + draw(random, truth, follows, k));
        }
        Confusion<String> confusion = Confusion.of(new Ratings.Paired<>(gold, found));
        Map<String, Object> line = line("pair");
        line.put("gold", gold);
        line.put("found", found);
        line.put("agreement", of(confusion.agreement()));
        for (Cohen.Weights weights : Cohen.Weights.values()) {
            String name = weights.name().toLowerCase(Locale.ROOT);
            line.put("kappa_" + name, of(Cohen.kappa(confusion, weights)));
            line.put("interval_" + name, of(Cohen.interval(confusion, weights, 0.95)));
        }
        line.put("precision", of(CategoryScores.macroPrecision(confusion)));
        line.put("recall", of(CategoryScores.macroRecall(confusion)));
        line.put("f1", of(CategoryScores.macroF1(confusion)));
        line.put(
                "categories",
                CategoryScores.of(confusion).stream()
                        .map(scores -> List.of(scores.precision(), scores.recall(), scores.f1()))
                        .toList());
        return line;
    }

    private static Map<String, Object> ratings(Random random) {
        int n = size(random, 25);
        int annotators = 1 + random.nextInt(6);
        int k = 1 + random.nextInt(6);
        double follows = random.nextDouble();
        double missing = random.nextBoolean() ? 0 : random.nextDouble() * 0.8;
        double step = random.nextBoolean() ? 1 : 0.1 + random.nextDouble();
        Ratings.Builder<Double> builder = Ratings.builder();
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<@Nullable Double> row = new ArrayList<>();
            int truth = random.nextInt(k);
            for (int a = 0; a < annotators; a++) {
                double value = draw(random, truth, follows, k) * step;
                if (random.nextDouble() < missing) {
                    builder.missing("i" + i, "a" + a);
                    row.add(null);
                } else {
                    builder.add("i" + i, "a" + a, value);
                    row.add(value);
                }
            }
            rows.add(row);
        }
        Ratings<Double> ratings = builder.build();
        Map<String, Object> line = line("ratings");
        line.put("rows", rows);
        line.put("annotators", annotators);
        line.put("fleiss_agreement", of(Fleiss.agreement(ratings)));
        line.put("fleiss", of(Fleiss.kappa(ratings)));
        for (Dimension dimension : Dimension.values()) {
            line.put("alpha_" + dimension.name().toLowerCase(Locale.ROOT), of(Krippendorff.alpha(ratings, dimension)));
        }
        line.put("votes_labels", of(EffectiveVotes.ofLabels(ratings)));
        line.put("votes_numbers", of(EffectiveVotes.ofNumbers(ratings)));
        return line;
    }

    private static Map<String, Object> numbers(Random random) {
        int n = size(random, 60);
        double[] first = column(random, n);
        double[] second = column(random, n);
        if (random.nextBoolean()) {
            for (int i = 0; i < n; i++) {
                second[i] += random.nextInt(3) * first[i];
            }
        }
        Map<String, Object> line = line("numbers");
        line.put("first", first);
        line.put("second", second);
        Measure pearson = Correlation.pearson(first, second);
        line.put("pearson", of(pearson));
        line.put("spearman", of(Correlation.spearman(first, second)));
        line.put("kendall", of(Correlation.kendall(first, second)));
        line.put("fisher", pearson instanceof Measure.Of r ? of(Correlation.fisher(r.number(), n, 0.95)) : null);
        return line;
    }

    private static Map<String, Object> wins(Random random) {
        WinRate rate = new WinRate(size(random, 300), size(random, 100), size(random, 300));
        double level = random.nextBoolean() ? 0.95 : 0.5 + random.nextDouble() * 0.49;
        Map<String, Object> line = line("wins");
        line.put("counts", List.of(rate.wins(), rate.ties(), rate.losses()));
        line.put("level", level);
        for (WinRate.Ties rule : WinRate.Ties.values()) {
            String name = rule.name().toLowerCase(Locale.ROOT);
            line.put("rate_" + name, of(rate.rate(rule)));
            line.put("interval_" + name, of(rate.interval(rule, level)));
        }
        return line;
    }

    private static Map<String, Object> lengths(Random random) {
        int n = size(random, 60);
        double slope = random.nextGaussian() * 2;
        double offset = random.nextGaussian();
        double[] differences = column(random, n);
        double[] outcomes = new double[n];
        for (int i = 0; i < n; i++) {
            double win = 1 / (1 + Math.exp(-offset - slope * Math.tanh(differences[i])));
            outcomes[i] = random.nextInt(8) == 0 ? 0.5 : random.nextDouble() < win ? 1 : 0;
        }
        Map<String, Object> line = line("lengths");
        line.put("outcomes", outcomes);
        line.put("differences", differences);
        line.put(
                "fit",
                LengthControlled.of(outcomes, differences)
                        .map(fit -> List.of(fit.rate(), fit.perLength(), fit.ridge() ? 1.0 : 0.0))
                        .orElse(null));
        return line;
    }

    private static Map<String, Object> comparisons(Random random) {
        int contestants = 2 + random.nextInt(7);
        int n = size(random, 80);
        List<BradleyTerry.Comparison> all = new ArrayList<>();
        List<List<Object>> plain = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int first = random.nextInt(contestants);
            int second = (first + 1 + random.nextInt(contestants - 1)) % contestants;
            double win = 1 / (1 + Math.exp((second - first) * 0.4));
            double outcome = random.nextInt(8) == 0 ? 0.5 : random.nextDouble() < win ? 1 : 0;
            all.add(new BradleyTerry.Comparison("m" + first, "m" + second, outcome));
            plain.add(List.of(first, second, outcome));
        }
        Map<String, Object> line = line("comparisons");
        line.put("comparisons", plain);
        line.put(
                "groups",
                BradleyTerry.of(all).groups().stream()
                        .map(BradleyTerry.Group::strengths)
                        .toList());
        return line;
    }

    private static Map<String, Object> forecasts(Random random) {
        int n = size(random, 60);
        boolean coarse = random.nextBoolean();
        double[] forecasts = new double[n];
        boolean[] came = new boolean[n];
        for (int i = 0; i < n; i++) {
            forecasts[i] = coarse ? random.nextInt(11) / 10.0 : random.nextDouble();
            came[i] = random.nextDouble() < forecasts[i];
        }
        int bins = 1 + random.nextInt(15);
        Map<String, Object> line = line("forecasts");
        line.put("forecasts", forecasts);
        line.put("came", came);
        line.put("bins", bins);
        line.put("brier", of(Calibration.brier(forecasts, came)));
        line.put("width", of(Calibration.error(forecasts, came, Calibration.Bins.EQUAL_WIDTH, bins)));
        line.put("mass", of(Calibration.error(forecasts, came, Calibration.Bins.EQUAL_MASS, bins)));
        line.put("auroc", of(Calibration.auroc(forecasts, came)));
        return line;
    }

    private static Map<String, Object> bootstrap(Random random) {
        double[] values = column(random, size(random, 40));
        long seed = random.nextInt(1_000_000);
        Bootstrap bootstrap = new Bootstrap(values.length, 200, seed);
        Bootstrap.Statistic mean = items -> items.length == 0
                ? Measure.absent("nothing")
                : Measure.of(Arrays.stream(items)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow());
        Map<String, Object> line = line("bootstrap");
        line.put("values", values);
        line.put("seed", seed);
        line.put("percentile", of(bootstrap.percentile(mean, 0.95)));
        line.put("bca", of(bootstrap.bca(mean, 0.95)));
        return line;
    }

    private static Map<String, Object> verdicts(Random random) {
        int n = size(random, 12);
        List<Position.Outcome> outcomes = new ArrayList<>();
        List<Position.BothOrders> pairs = new ArrayList<>();
        int kinds = 1 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            outcomes.add(Position.Outcome.values()[random.nextInt(kinds)]);
            pairs.add(new Position.BothOrders(
                    Position.Seen.values()[random.nextInt(3)], Position.Seen.values()[random.nextInt(3)]));
        }
        Map<String, Object> line = line("verdicts");
        line.put("outcomes", outcomes);
        line.put(
                "pairs",
                pairs.stream()
                        .map(pair -> List.of(pair.straight(), pair.exchanged()))
                        .toList());
        line.put("entropy", of(Position.entropy(outcomes)));
        line.put("consistency", of(Position.consistency(pairs)));
        line.put("first", of(Position.firstWins(pairs)));
        return line;
    }

    private static Map<String, Object> truth(Random random) {
        int n = 1 + random.nextInt(20);
        int annotators = 1 + random.nextInt(5);
        int k = 1 + random.nextInt(4);
        double follows = random.nextDouble();
        Ratings.Builder<String> builder = Ratings.builder();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<@Nullable String> row = new ArrayList<>();
            int truth = random.nextInt(k);
            for (int a = 0; a < annotators; a++) {
                if (random.nextInt(5) == 0) {
                    builder.missing("i" + i, "a" + a);
                    row.add(null);
                } else {
                    String label = "c" + draw(random, truth, follows, k);
                    builder.add("i" + i, "a" + a, label);
                    row.add(label);
                }
            }
            rows.add(row);
        }
        Optional<DawidSkene<String>> fit = DawidSkene.of(builder.build(), 0.01, 15);
        Map<String, Object> line = line("truth");
        line.put("rows", rows);
        line.put("annotators", annotators);
        line.put("rounds", fit.map(DawidSkene::rounds).orElse(0));
        line.put("posteriors", fit.map(DawidSkene::posteriors).orElse(null));
        line.put("says", fit.map(DawidSkene::says).orElse(null));
        line.put("priors", fit.map(DawidSkene::priors).orElse(null));
        return line;
    }

    private static Map<String, Object> reviews(Random random) {
        int models = 2 + random.nextInt(5);
        int n = size(random, 60);
        List<PeerRank.Review> all = new ArrayList<>();
        List<List<Object>> plain = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int first = random.nextInt(models);
            int second = (first + 1 + random.nextInt(models - 1)) % models;
            int reviewer = random.nextInt(models);
            double outcome = random.nextInt(3) / 2.0;
            all.add(new PeerRank.Review("m" + reviewer, "m" + first, "m" + second, outcome));
            plain.add(List.of("m" + reviewer, "m" + first, "m" + second, outcome));
        }
        PeerRank rank = PeerRank.of(all, PeerRank.ROUNDS);
        Map<String, Object> line = line("reviews");
        line.put("reviews", plain);
        line.put("weights", rank.weights());
        line.put("rates", rank.winRates());
        return line;
    }

    private static Map<String, Object> votes(Random random) {
        int n = size(random, 15);
        int k = 1 + random.nextInt(4);
        double[] scores = column(random, n);
        List<Double> boxed = Arrays.stream(scores).boxed().toList();
        List<String> labels =
                IntStream.range(0, n).mapToObj(i -> "c" + random.nextInt(k)).toList();
        List<Double> weights =
                IntStream.range(0, n).mapToObj(i -> random.nextInt(4) / 2.0).toList();
        Map<String, Object> line = line("votes");
        line.put("labels", labels);
        line.put("weights", weights);
        line.put("scores", scores);
        line.put("k", k);
        line.put("mode", Votes.mode(labels).orElse(null));
        line.put("weighted", Votes.weightedMode(labels, weights).orElse(null));
        line.put("unanimity", Votes.unanimity(labels).orElse(null));
        line.put("mean", of(Votes.mean(boxed)));
        line.put("median", of(Votes.median(boxed)));
        line.put("leader", of(Votes.leaderProbability(labels, k)));
        line.put(
                "change",
                IntStream.range(0, 4)
                        .mapToObj(more -> Votes.canChange(labels, more))
                        .toList());
        return line;
    }
}
