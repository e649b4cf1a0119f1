package fellowship.tally;

import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts what is said of drafts one by one or all together: scores, rankings, steps. */
final class Graded {

    private final Plan plan;
    private final Function<String, JudgeTally> judge;
    private final ScoreTable scores = new ScoreTable();
    private final Map<String, Map<String, Double>> sample = new LinkedHashMap<>();
    private final Map<String, Ranked> rankings = new LinkedHashMap<>();
    private final Map<String, Checked> checked = new LinkedHashMap<>();

    Graded(Plan plan, Function<String, JudgeTally> judge) {
        this.plan = plan;
        this.judge = judge;
    }

    private static final class Ranked {
        private long rows;
        private long several;
        private long same;
    }

    private static final class Checked {
        private long drafts;
        private long sound;
        private final Map<Integer, Long> firstErrors = new TreeMap<>();
        private final Map<String, Long> kinds = new TreeMap<>();
    }

    void take(Step step, Row row) {
        if (step instanceof Step.Score score) {
            row.drafts().forEach(draft -> scored(said(draft, score.annotator()), row, draft));
        } else if (step instanceof Step.Verify verify) {
            row.drafts()
                    .forEach(draft -> said(draft, verify.annotator()).forEach(one -> checked(verify.annotator(), one)));
        } else if (step instanceof Step.Rank rank) {
            ranked(
                    rank.annotator(),
                    row.rankings().stream()
                            .filter(one -> one.annotator().equals(rank.annotator()))
                            .toList());
        }
    }

    private static List<Judgment> said(Draft draft, String annotator) {
        return draft.judgments().stream()
                .filter(one -> one.annotator().equals(annotator))
                .toList();
    }

    /** One judgment of a jury, or a judge's of each sample; what another step counted is not counted again. */
    private void scored(List<Judgment> judgments, Row row, Draft draft) {
        Map<String, Double> given =
                sample.computeIfAbsent(row.id() + "\n" + draft.text(), key -> new LinkedHashMap<>());
        if (judgments.isEmpty()) {
            return;
        }
        String name = judgments.get(0).annotator();
        if (plan.annotator(name).filter(Jury.class::isInstance).isPresent()) {
            judgments.get(0).parts().forEach((juror, opinion) -> {
                if (!given.containsKey(juror)) {
                    judge.apply(juror).asked(!(opinion instanceof Judgment.Unreadable), false);
                    judge.apply(juror).opinion(opinion);
                    given(given, juror, Stream.of(opinion));
                }
            });
        } else if (!given.containsKey(name)) {
            judgments.forEach(judge.apply(name)::judgment);
            given(given, name, judgments.stream().map(Judgment::opinion));
        }
    }

    /** The mean of the samples. */
    private static void given(Map<String, Double> given, String name, Stream<Judgment.Opinion> opinions) {
        opinions.filter(Judgment.Score.class::isInstance)
                .mapToDouble(opinion -> ((Judgment.Score) opinion).value())
                .average()
                .ifPresent(mean -> given.put(name, mean));
    }

    private void checked(String name, Judgment judgment) {
        judge.apply(name).judgment(judgment);
        if (judgment.opinion() instanceof Judgment.Steps steps) {
            Checked counts = checked.computeIfAbsent(name, key -> new Checked());
            counts.drafts++;
            steps.firstError()
                    .ifPresentOrElse(number -> counts.firstErrors.merge(number, 1L, Long::sum), () -> counts.sound++);
            steps.steps().stream()
                    .flatMap(step -> step.error().stream())
                    .forEach(kind -> counts.kinds.merge(kind, 1L, Long::sum));
        }
    }

    private void ranked(String name, List<Judgment> judgments) {
        judgments.forEach(judge.apply(name)::judgment);
        List<String> best = judgments.stream()
                .map(Judgment::opinion)
                .filter(Judgment.Ranking.class::isInstance)
                .flatMap(
                        opinion -> ((Judgment.Ranking) opinion).order().stream().limit(1))
                .toList();
        Ranked counts = rankings.computeIfAbsent(name, key -> new Ranked());
        counts.rows++;
        counts.several += best.size() > 1 ? 1 : 0;
        counts.same += best.size() > 1 && best.stream().distinct().count() == 1 ? 1 : 0;
    }

    /** The sample's drafts are all there. */
    void end() {
        sample.values().forEach(scores::add);
        sample.clear();
    }

    Optional<PairwiseFigures> agreement() {
        return scores.figures();
    }

    List<RankFigures> rankings() {
        List<RankFigures> all = new ArrayList<>();
        rankings.forEach(
                (name, counts) -> all.add(new RankFigures(name, counts.rows, new Share(counts.same, counts.several))));
        return all;
    }

    List<StepFigures> steps() {
        List<StepFigures> all = new ArrayList<>();
        checked.forEach((name, counts) -> all.add(
                new StepFigures(name, new Share(counts.sound, counts.drafts), counts.firstErrors, counts.kinds)));
        return all;
    }
}
