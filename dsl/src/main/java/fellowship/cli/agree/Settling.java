package fellowship.cli.agree;

import fellowship.stats.DawidSkene;
import fellowship.stats.Dimension;
import fellowship.stats.PeerRank;
import fellowship.stats.Ratings;
import fellowship.stats.Votes;
import fellowship.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One rule, ready to settle any jury of the table's annotators. */
final class Settling<T extends Comparable<? super T>> {

    private static final int ROUNDS = 500;

    private final Rule rule;
    private final Data<T> data;
    private final Map<String, Double> weights;

    private Settling(Rule rule, Data<T> data, Map<String, Double> weights) {
        this.rule = rule;
        this.data = data;
        this.weights = weights;
    }

    /** @throws AgreeException where the rule does not fit the table, or needs what was not given */
    static <T extends Comparable<? super T>> Settling<T> of(Rule rule, Data<T> data, Asked asked, Sheet sheet) {
        if (rule.ofNumbers()
                && (data.dimension() == Dimension.NOMINAL || !asked.order().isEmpty())) {
            throw AgreeException.usage("--rule " + rule.word() + " takes numbers, and these are labels; majority,"
                    + " weighted, unanimity and dawid-skene take labels");
        }
        if (!rule.ofNumbers() && !data.labelled()) {
            throw AgreeException.usage("--rule " + rule.word() + " takes labels, and these are numbers ("
                    + data.dimension().name().toLowerCase(Locale.ROOT)
                    + "); --rule mean or median takes them, or say --dimension ordinal");
        }
        return new Settling<>(rule, data, weights(rule, data, asked, sheet));
    }

    private static Map<String, Double> weights(Rule rule, Data<?> data, Asked asked, Sheet sheet) {
        List<String> annotators = data.ratings().annotators();
        if (rule == Rule.PEER_RANK) {
            return new Reviews(asked, sheet).weights();
        }
        if (rule != Rule.WEIGHTED) {
            if (!asked.weights().isEmpty()) {
                throw AgreeException.usage("--weights goes with --rule weighted");
            }
            return Map.of();
        }
        if (asked.weights().isEmpty()) {
            throw AgreeException.usage("--rule weighted needs weights: --weights " + annotators.get(0) + "=2,… ; who is"
                    + " not named has 1");
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        annotators.forEach(annotator -> weights.put(annotator, 1.0));
        asked.weights().forEach((name, weight) -> {
            if (!weights.containsKey(name)) {
                throw AgreeException.usage(
                        "--weights: there is no annotator '" + name + "'; " + Nearest.hint(name, annotators));
            }
            weights.put(name, weight);
        });
        return weights;
    }

    /** What the jury comes to, item by item. */
    List<Optional<T>> settle(Ratings<T> jury) {
        if (rule == Rule.MAJORITY) {
            List<Optional<T>> modes = Votes.modes(jury);
            return IntStream.range(0, modes.size())
                    .mapToObj(item ->
                            modes.get(item).isPresent() || jury.of(item).isEmpty() ? modes.get(item) : data.tie())
                    .toList();
        }
        if (rule == Rule.DAWID_SKENE) {
            Optional<DawidSkene<T>> fit = fit(jury);
            return IntStream.range(0, jury.items().size())
                    .mapToObj(item -> jury.of(item).isEmpty()
                            ? Optional.<T>empty()
                            : fit.flatMap(found -> found.label(item)).or(data::tie))
                    .toList();
        }
        return IntStream.range(0, jury.items().size())
                .mapToObj(item -> settle(jury, item))
                .toList();
    }

    private Optional<T> settle(Ratings<T> jury, int item) {
        List<T> votes = jury.of(item);
        if (votes.isEmpty()) {
            return Optional.empty();
        }
        return switch (rule) {
            case WEIGHTED, PEER_RANK -> weighted(jury, item).or(data::tie);
            case UNANIMITY -> Votes.unanimity(votes);
            case MEAN -> number(Votes.mean(numbers(votes)));
            case MEDIAN -> number(Votes.median(numbers(votes)));
            case MAJORITY, DAWID_SKENE -> throw new IllegalStateException(rule + " settles all items at once");
        };
    }

    private Optional<T> weighted(Ratings<T> jury, int item) {
        List<T> votes = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int a = 0; a < jury.annotators().size(); a++) {
            double weight = weights.getOrDefault(jury.annotators().get(a), 0.0);
            jury.value(item, a).ifPresent(vote -> {
                votes.add(vote);
                counts.add(weight);
            });
        }
        return Votes.weightedMode(votes, counts);
    }

    private static List<Double> numbers(List<?> votes) {
        return votes.stream().map(vote -> ((Number) vote).doubleValue()).toList();
    }

    /** Rules of numbers are only for tables of numbers. */
    @SuppressWarnings("unchecked")
    private Optional<T> number(OptionalDouble number) {
        return number.isPresent() ? Optional.of((T) (Object) number.getAsDouble()) : Optional.empty();
    }

    /** What is known of annotators by this rule: its name, and a number each. */
    Map<String, Double> trust() {
        if (rule != Rule.DAWID_SKENE) {
            return weights;
        }
        Map<String, Double> accuracies = new LinkedHashMap<>();
        fit(data.ratings()).ifPresent(fit -> IntStream.range(0, data.annotators())
                .forEach(a -> accuracies.put(data.ratings().annotators().get(a), fit.accuracy(a))));
        return accuracies;
    }

    String trustName() {
        return rule == Rule.DAWID_SKENE ? "accuracy" : "weight";
    }

    private static <T extends Comparable<? super T>> Optional<DawidSkene<T>> fit(Ratings<T> jury) {
        return DawidSkene.of(jury, DawidSkene.SMOOTHING, ROUNDS);
    }

    /** Labels that name the winner of two writers, as reviews of one by the other. */
    private static final class Reviews {

        private final Asked asked;
        private final Sheet sheet;

        Reviews(Asked asked, Sheet sheet) {
            this.asked = asked;
            this.sheet = sheet;
        }

        Map<String, Double> weights() {
            if (asked.shape().first().isEmpty() || asked.shape().second().isEmpty()) {
                throw AgreeException.usage(
                        "--rule peer-rank needs to know who wrote the two candidates: name the columns"
                                + " with --first and --second");
            }
            List<PeerRank.Review> reviews = new ArrayList<>();
            for (Said said : sheet.said()) {
                boolean gold = asked.gold().filter(said.annotator()::equals).isPresent();
                if (!gold && !asked.unreadable().contains(said.text())) {
                    reviews.add(review(said));
                }
            }
            return PeerRank.of(reviews, PeerRank.ROUNDS).weights();
        }

        private PeerRank.Review review(Said said) {
            Sheet.Writers writers = Optional.ofNullable(sheet.writers().get(said.item()))
                    .orElseThrow(() -> AgreeException.data(said.place() + ": nothing says who wrote the candidates"));
            double outcome;
            if (asked.ties().contains(said.text())) {
                outcome = 0.5;
            } else if (said.text().equals(asked.shape().first().orElse(""))
                    || said.text().equals(writers.first())) {
                outcome = 1;
            } else if (said.text().equals(asked.shape().second().orElse(""))
                    || said.text().equals(writers.second())) {
                outcome = 0;
            } else {
                throw AgreeException.data(said.place() + ": '" + said.text() + "' of '" + said.annotator()
                        + "' names no winner: it is neither a tie nor "
                        + asked.shape().first().orElse("") + ", "
                        + asked.shape().second().orElse("") + ", " + writers.first() + " or " + writers.second());
            }
            return new PeerRank.Review(said.annotator(), writers.first(), writers.second(), outcome);
        }
    }
}
