package fellowship.cli.agree;

import fellowship.stats.Dimension;
import fellowship.stats.Ratings;
import fellowship.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** From texts to values: what is missing, what is a tie, what is a number, and what differences mean. */
final class DataReader {

    private static final int FEW = 10;
    private static final int TOLD = 10;

    private final Asked asked;
    private final Sheet sheet;
    private final List<Said> read = new ArrayList<>();
    private long unreadable;
    private long ties;
    private String guess = "";

    DataReader(Asked asked, Sheet sheet) {
        this.asked = asked;
        this.sheet = sheet;
    }

    Data<?> data() {
        sort();
        if (sheet.annotators().size() < 2 && asked.gold().isEmpty()) {
            throw AgreeException.data(
                    "there is only one annotator" + only() + "; agreement takes two, or gold (--gold)");
        }
        if (sheet.annotators().isEmpty()) {
            throw AgreeException.data("there is no annotator but gold");
        }
        asked.gold()
                .filter(name -> read.stream().noneMatch(said -> said.annotator().equals(name)))
                .ifPresent(name -> {
                    throw AgreeException.data("there is no gold: nobody and no column is called '" + name
                            + "' (--gold) and has a label; " + Nearest.hint(name, sheet.annotators()));
                });
        Dimension dimension = asked.dimension().orElseGet(this::guessed);
        if (!asked.order().isEmpty() || dimension != Dimension.NOMINAL) {
            return asked.order().isEmpty() ? numbers(dimension) : ordered(dimension);
        }
        return data(Function.identity(), Function.identity(), dimension);
    }

    private String only() {
        return sheet.annotators().stream()
                .findFirst()
                .map(name -> " ('" + name + "')")
                .orElse("");
    }

    private void sort() {
        Map<String, Said> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Said said : sheet.said()) {
            Said before = seen.putIfAbsent(said.item() + "\u0000" + said.annotator(), said);
            if (before != null) {
                twice.add(said.place() + ": item '" + said.item() + "' has a label of annotator '" + said.annotator()
                        + "' already, at " + before.place());
            } else if (means(asked.unreadable(), said.text())) {
                unreadable++;
            } else {
                ties += means(asked.ties(), said.text()) ? 1 : 0;
                read.add(said);
            }
        }
        if (!twice.isEmpty()) {
            throw AgreeException.data(twice.size() > TOLD ? twice.subList(0, TOLD) : twice);
        }
        if (read.isEmpty()) {
            throw AgreeException.data("there is nothing to compare: all labels are missing or unreadable");
        }
    }

    private static boolean means(java.util.Set<String> words, String text) {
        return words.contains(text)
                || Said.number(text)
                        .map(number -> words.contains(Said.plain(BigDecimal.valueOf(number))))
                        .orElse(false);
    }

    private Dimension guessed() {
        if (!asked.order().isEmpty()) {
            guess = "since --order gives one";
            return Dimension.ORDINAL;
        }
        if (asked.shape().label().isPresent()) {
            guess = "since --label names labels";
            return Dimension.NOMINAL;
        }
        if (ties > 0) {
            guess = "since there are ties";
            return Dimension.NOMINAL;
        }
        List<Said> words =
                read.stream().filter(said -> Said.number(said.text()).isEmpty()).toList();
        if (!words.isEmpty()
                && words.size() < read.size()
                && asked.shape().score().isEmpty()) {
            Said first = words.get(0);
            throw AgreeException.data(first.place() + ": '" + first.text() + "' of '" + first.annotator()
                    + "' is a word where others are numbers; say --unreadable " + quoted(first.text())
                    + " if nothing could be read there, else --dimension nominal");
        }
        if (!words.isEmpty() && asked.shape().score().isEmpty()) {
            guess = "since the labels are words";
            return Dimension.NOMINAL;
        }
        List<Double> distinct = read.stream()
                .flatMap(said -> Said.number(said.text()).stream())
                .distinct()
                .toList();
        boolean whole = distinct.stream().allMatch(number -> number == Math.rint(number));
        boolean few = whole && distinct.size() <= FEW;
        guess = few ? "since there are " + distinct.size() + " whole numbers" : "since there are many numbers";
        return few ? Dimension.ORDINAL : Dimension.INTERVAL;
    }

    private static String quoted(String text) {
        return text.matches("[\\w.,-]+") ? text : "'" + text + "'";
    }

    private Data<Double> numbers(Dimension dimension) {
        List<String> wrong = read.stream()
                .filter(said -> Said.number(said.text()).isEmpty())
                .map(said -> said.place() + ": '" + said.text() + "' of '" + said.annotator() + "' is no number, and "
                        + dimension.name().toLowerCase(Locale.ROOT) + " takes numbers"
                        + (dimension == Dimension.ORDINAL ? ", or labels in an order (--order low,mid,high)" : "")
                        + "; say --unreadable " + quoted(said.text()) + " if nothing could be read there")
                .limit(TOLD)
                .toList();
        if (!wrong.isEmpty()) {
            throw AgreeException.data(wrong);
        }
        return data(
                text -> Said.number(text).orElseThrow(), number -> Said.plain(BigDecimal.valueOf(number)), dimension);
    }

    private Data<Double> ordered(Dimension dimension) {
        if (dimension != Dimension.ORDINAL) {
            throw AgreeException.usage("--order makes labels ordinal; it does not go with --dimension "
                    + dimension.name().toLowerCase(Locale.ROOT));
        }
        List<String> order = asked.order();
        List<String> wrong = read.stream()
                .filter(said -> !order.contains(said.text()))
                .map(said -> said.place() + ": the label '" + said.text() + "' is not in --order; "
                        + Nearest.hint(said.text(), order))
                .limit(TOLD)
                .toList();
        if (!wrong.isEmpty()) {
            throw AgreeException.data(wrong);
        }
        return data(text -> (double) order.indexOf(text), place -> order.get(place.intValue()), dimension);
    }

    private <T extends Comparable<? super T>> Data<T> data(
            Function<String, T> value, Function<T, String> show, Dimension dimension) {
        Ratings.Builder<T> builder = Ratings.builder();
        Map<String, T> gold = new HashMap<>();
        for (String item : sheet.items()) {
            sheet.annotators().forEach(annotator -> builder.missing(item, annotator));
        }
        Optional<T> tie = Optional.empty();
        for (Said said : read) {
            T one = value.apply(said.text());
            if (sheet.annotators().contains(said.annotator())) {
                builder.add(said.item(), said.annotator(), one);
            } else {
                gold.put(said.item(), one);
            }
            if (means(asked.ties(), said.text())) {
                tie = Optional.of(one);
            }
        }
        Ratings<T> ratings = builder.build();
        List<Optional<T>> golds = asked.gold().isEmpty()
                ? List.of()
                : IntStream.range(0, ratings.items().size())
                        .mapToObj(i ->
                                Optional.ofNullable(gold.get(ratings.items().get(i))))
                        .toList();
        int columns = sheet.annotators().size() + (asked.gold().isPresent() ? 1 : 0);
        long missing = (long) sheet.items().size() * columns - read.size() - unreadable;
        Data.Counts counts = new Data.Counts(read.size(), missing, unreadable, ties);
        return new Data<>(ratings, golds, show, counts, dimension, guess, tie);
    }
}
