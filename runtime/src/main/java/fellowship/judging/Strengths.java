package fellowship.judging;

import fellowship.plan.Jury;
import fellowship.plan.Marking;
import fellowship.plan.Plan;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Strength;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure a pair is, by all who judged both of its answers. Of a verdict each juror or seat is an opinion, of a lone judge
 * each of its judgments (both orders, all samples); of scored drafts each judge, juror or reviewer who scored both.
 */
public final class Strengths {

    private final Plan plan;

    public Strengths(Plan plan) {
        this.plan = plan;
    }

    /** One opinion: the difference chosen minus rejected, and by token probabilities how likely it is above 0. */
    private record Opinion(double difference, boolean vote, OptionalDouble probability) {}

    /**
     * Of a verdict.
     *
     * @param firstChosen whether the row's first candidate is the chosen one
     * @return nothing where nobody could be read
     */
    public Optional<Strength> of(Verdict verdict, boolean firstChosen) {
        List<Vote> votes = finals(verdict.votes());
        List<Opinion> opinions = new ArrayList<>();
        if (votes.size() < 2) {
            verdict.judgments().forEach(judgment -> opinion(judgment).ifPresent(opinions::add));
        }
        if (opinions.isEmpty()) {
            votes.forEach(vote -> opinions.add(opinion(vote, verdict)));
        }
        return strength(opinions).map(made -> firstChosen ? made : made.flipped());
    }

    /** Of a debate, the votes after the talk; each readable. */
    private static List<Vote> finals(List<Vote> votes) {
        boolean closed = votes.stream().anyMatch(vote -> vote.stage() == Vote.Stage.CLOSING);
        return Settling.readable(votes).stream()
                .filter(vote -> !closed || vote.stage() == Vote.Stage.CLOSING)
                .toList();
    }

    private Optional<Opinion> opinion(Judgment judgment) {
        if (judgment.opinion() instanceof Judgment.Scores scores) {
            return Optional.of(new Opinion(
                    scores.first() - scores.second(),
                    false,
                    told(judgment.annotator(), scores.first(), scores.second())));
        }
        return judgment.opinion() instanceof Judgment.Choice choice
                ? Optional.of(new Opinion(sign(choice.outcome()), true, OptionalDouble.empty()))
                : Optional.empty();
    }

    /** A vote by choices has the margin 1; one by scores has theirs. */
    private static Opinion opinion(Vote vote, Verdict verdict) {
        boolean scored = verdict.judgments().stream()
                .anyMatch(judgment ->
                        judgment.annotator().equals(vote.annotator()) && judgment.opinion() instanceof Judgment.Scores);
        return new Opinion(sign(vote.outcome()) * vote.margin(), !scored, OptionalDouble.empty());
    }

    private static double sign(Outcome outcome) {
        return outcome == Outcome.FIRST ? 1 : outcome == Outcome.SECOND ? -1 : 0;
    }

    /** Of two drafts that somebody scored. */
    public Optional<Strength> of(Draft chosen, Draft rejected) {
        Map<String, Double> one = scores(chosen);
        Map<String, Double> other = scores(rejected);
        List<Opinion> opinions = new ArrayList<>();
        one.forEach((name, score) -> {
            Double less = other.get(name);
            if (less != null) {
                opinions.add(new Opinion(score - less, false, told(name, score, less)));
            }
        });
        return strength(opinions);
    }

    /** Each judge's mean score, each juror's, or where no judge scored, each reviewer's. */
    private Map<String, Double> scores(Draft draft) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (Judgment judgment : draft.judgments()) {
            if (plan.annotator(judgment.annotator())
                    .filter(Jury.class::isInstance)
                    .isPresent()) {
                judgment.parts().forEach((juror, part) -> add(all, juror, part));
            } else {
                add(all, judgment.annotator(), judgment.opinion());
            }
        }
        if (all.isEmpty()) {
            for (Critique critique : draft.critiques()) {
                critique.score()
                        .ifPresent(score -> all.computeIfAbsent(critique.reply().agent(), name -> new ArrayList<>())
                                .add(score));
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        all.forEach((name, scores) -> means.put(
                name, scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }

    private static void add(Map<String, List<Double>> all, String who, Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Score score) {
            all.computeIfAbsent(who, name -> new ArrayList<>()).add(score.value());
        } else if (opinion instanceof Judgment.Steps steps) {
            all.computeIfAbsent(who, name -> new ArrayList<>()).add(steps.soundShare());
        }
    }

    /**
     * Where a judge tells how likely each answer is right: how likely the one is right and the other wrong, of the cases in
     * which just one of them is.
     */
    private OptionalDouble told(String annotator, double one, double other) {
        String judge = annotator.replaceFirst(" as .*$", "");
        boolean probabilities = plan.judge(judge)
                .filter(known -> known.marking().form() == Marking.Form.TRUTH)
                .isPresent();
        double yes = one * (1 - other);
        double no = other * (1 - one);
        return probabilities && yes + no > 0 ? OptionalDouble.of(yes / (yes + no)) : OptionalDouble.empty();
    }

    private static Optional<Strength> strength(List<Opinion> opinions) {
        if (opinions.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble told =
                opinions.stream().allMatch(opinion -> opinion.probability().isPresent())
                        ? opinions.stream()
                                .mapToDouble(opinion -> opinion.probability().orElseThrow())
                                .average()
                        : OptionalDouble.empty();
        return Optional.of(Strength.of(
                opinions.stream().mapToDouble(Opinion::difference).toArray(),
                opinions.stream().allMatch(Opinion::vote),
                told));
    }
}
