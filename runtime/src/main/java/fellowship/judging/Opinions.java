package fellowship.judging;

import fellowship.plan.Criterion;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.row.Judgment;
import fellowship.row.Judgment.Opinion;
import fellowship.row.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a reply's fields say, told of the row's candidates and not of the order in which they were shown. */
final class Opinions {

    private Opinions() {}

    /** The parts of a rubric, by criterion; empty without one. */
    static Map<String, Opinion> parts(Judge judge, Shown shown, boolean swapped, Map<String, Object> fields) {
        Map<String, Opinion> parts = new LinkedHashMap<>();
        for (Criterion criterion : judge.marking().rubric()) {
            if (judge.marking().form() != Marking.Form.DIRECT || shown.single()) {
                parts.put(criterion.name(), scored(judge, criterion.name(), shown, swapped, fields));
            }
        }
        return parts;
    }

    static Opinion of(
            Judge judge, Shown shown, boolean swapped, Map<String, Object> fields, Map<String, Opinion> parts) {
        Object verdict = fields.get(Task.VERDICT);
        if (verdict != null) {
            Outcome seen =
                    switch (verdict.toString()) {
                        case "A" -> Outcome.FIRST;
                        case "B" -> Outcome.SECOND;
                        default -> Outcome.TIE;
                    };
            return new Judgment.Choice(swapped ? seen.swapped() : seen);
        }
        return parts.isEmpty()
                ? scored(judge, Task.SCORE, shown, swapped, fields)
                : weighted(judge.marking().rubric(), parts);
    }

    private static Opinion scored(Judge judge, String name, Shown shown, boolean swapped, Map<String, Object> fields) {
        if (shown.single()) {
            return new Judgment.Score(number(judge, fields.get(name)));
        }
        double a = number(judge, fields.get(name + "_a"));
        double b = number(judge, fields.get(name + "_b"));
        return swapped ? new Judgment.Scores(b, a) : new Judgment.Scores(a, b);
    }

    private static double number(Judge judge, @org.jspecify.annotations.Nullable Object value) {
        Object there = Objects.requireNonNull(value);
        return there instanceof Number number
                ? number.doubleValue()
                : Objects.requireNonNull(judge.marking().scale().levels().get(there.toString()));
    }

    /** A lone score, as it was read. */
    static Opinion score(Map<String, Object> fields) {
        return new Judgment.Score(((Number) Objects.requireNonNull(fields.get(Task.SCORE))).doubleValue());
    }

    /** The parts of two judgments of one candidate each, as parts of a judgment of both. */
    static Map<String, Opinion> both(Map<String, Opinion> first, Map<String, Opinion> second) {
        Map<String, Opinion> parts = new LinkedHashMap<>();
        first.forEach((name, part) -> {
            if (part instanceof Judgment.Score a && second.get(name) instanceof Judgment.Score b) {
                parts.put(name, new Judgment.Scores(a.value(), b.value()));
            }
        });
        return parts;
    }

    private static Opinion weighted(List<Criterion> rubric, Map<String, Opinion> parts) {
        double weights = 0;
        double first = 0;
        double second = 0;
        boolean pair = false;
        for (Criterion criterion : rubric) {
            Opinion part = Objects.requireNonNull(parts.get(criterion.name()));
            weights += criterion.weight();
            if (part instanceof Judgment.Scores scores) {
                first += criterion.weight() * scores.first();
                second += criterion.weight() * scores.second();
                pair = true;
            } else if (part instanceof Judgment.Score score) {
                first += criterion.weight() * score.value();
            }
        }
        return pair ? new Judgment.Scores(first / weights, second / weights) : new Judgment.Score(first / weights);
    }

    /** A ranking by the candidates' ids. Labels that are not all there, each once, are unreadable. */
    static Opinion ranking(Shown shown, Map<String, Object> fields) {
        List<?> said = (List<?>) Objects.requireNonNull(fields.get(Task.RANKING));
        List<String> letters = shown.letters();
        List<String> ids = new ArrayList<>();
        for (Object label : said) {
            int place = letters.indexOf(String.valueOf(label).strip());
            if (place >= 0) {
                ids.add(shown.drafts().get(place).id());
            }
        }
        if (said.size() != letters.size() || ids.stream().distinct().count() != letters.size()) {
            return new Judgment.Unreadable(
                    "the ranking must name " + String.join(", ", letters) + ", each once; it was " + said);
        }
        return new Judgment.Ranking(ids);
    }

    static Opinion steps(List<String> steps, Map<String, Object> fields) {
        List<Judgment.CheckedStep> checked = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String said = String.valueOf(fields.get(Task.STEP + (i + 1)));
            boolean right = said.equals(Task.CORRECT);
            checked.add(new Judgment.CheckedStep(
                    steps.get(i), right, right || said.equals(Task.WRONG) ? Optional.empty() : Optional.of(said)));
        }
        return new Judgment.Steps(checked);
    }

    /** Above 0 for the row's first candidate, below for the second; absent when the judgment is not on two. */
    static java.util.OptionalDouble lean(Judgment judgment) {
        if (judgment.opinion() instanceof Judgment.Scores scores) {
            return java.util.OptionalDouble.of(scores.first() - scores.second());
        }
        if (judgment.opinion() instanceof Judgment.Choice choice) {
            return java.util.OptionalDouble.of(
                    choice.outcome() == Outcome.FIRST ? 1 : choice.outcome() == Outcome.SECOND ? -1 : 0);
        }
        return java.util.OptionalDouble.empty();
    }

    static Outcome outcome(double lean) {
        return switch (Numbers.sign(lean)) {
            case 1 -> Outcome.FIRST;
            case -1 -> Outcome.SECOND;
            default -> Outcome.TIE;
        };
    }
}
