package fellowship.tally;

import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.judging.Families;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts judgments while samples come by, whatever became of them later. Keeps about ten bytes for each pair and one more
 * for each judge. One thread counts.
 */
public final class Tally {

    private final Plan plan;
    private final Map<String, JudgeTally> judges = new LinkedHashMap<>();
    private final Map<String, List<String>> families = new LinkedHashMap<>();
    private final Map<String, JuryTally> juries = new LinkedHashMap<>();
    private final Map<String, DebateTally> debates = new LinkedHashMap<>();
    private final Graded graded;
    private final VoteTable votes = new VoteTable();

    public Tally(Plan plan) {
        this.plan = plan;
        this.graded = new Graded(plan, this::judge);
    }

    /** What was said of one pair, by whichever steps. */
    private record Pair(Draft first, Draft second, Map<Voice, Outcome> said) {}

    /** A sample that came to its end. */
    public void take(RowResult result) {
        Map<List<String>, Pair> pairs = new LinkedHashMap<>();
        Set<String> calls = new HashSet<>();
        for (RowResult.Judged judged : result.judged()) {
            Row row = judged.row();
            if (judged.step() instanceof Step.Compare compare && row.verdict().isPresent()) {
                compared(compare.annotator(), row.verdict().get(), pairs, calls);
            } else {
                graded.take(judged.step(), row);
            }
        }
        graded.end();
        pairs.values().forEach(pair -> votes.add(pair.first(), pair.second(), pair.said()));
        result.rejections().forEach(this::rejected);
    }

    /** A judge that stands alone ends the row when it cannot be read, so that no judgment is there to be counted. */
    private void rejected(Rejection rejection) {
        if (rejection.reason().equals("unreadable")) {
            plan.step(rejection.step())
                    .flatMap(step -> Annotators.of(plan, step))
                    .filter(Judge.class::isInstance)
                    .ifPresent(lone ->
                            judge(lone.name()).asked(false, rejection.calls().size() > 1));
        }
    }

    /** Each judgment that could not be read was asked for once more. */
    private static void unreadable(JudgeTally judge, int calls) {
        for (int i = 0; i < Math.max(1, calls / 2); i++) {
            judge.asked(false, calls > 1);
        }
    }

    private void compared(String annotator, Verdict verdict, Map<List<String>, Pair> pairs, Set<String> calls) {
        Pair pair = pairs.computeIfAbsent(
                List.of(verdict.first().text(), verdict.second().text()),
                texts -> new Pair(verdict.first(), verdict.second(), new LinkedHashMap<>()));
        Map<String, List<Judgment>> spoken = new LinkedHashMap<>();
        for (Judgment judgment : verdict.judgments()) {
            if (judgment.reply().isEmpty()
                    || calls.add(judgment.annotator() + judgment.reply().get().call())) {
                judge(judgment.annotator()).judgment(judgment);
                judgment.reply()
                        .ifPresent(reply -> family(
                                judgment.annotator(), Families.of(reply.model().model())));
                spoken.computeIfAbsent(judgment.annotator(), name -> new ArrayList<>())
                        .add(judgment);
            }
        }
        spoken.forEach((name, judgments) -> judge(name).orders(verdict, judgments));
        for (Vote vote : verdict.votes()) {
            Voice voice = new Voice(
                    vote.annotator(), vote.stage() == Vote.Stage.BLIND ? Voice.Kind.ALONE : Voice.Kind.CLOSING);
            if (pair.said().putIfAbsent(voice, vote.outcome()) == null && vote.stage() == Vote.Stage.BLIND) {
                judge(vote.annotator()).vote(vote);
            }
        }
        settled(annotator, verdict, pair);
        verdict.plants().forEach(plant -> judge(plant.annotator()).plant(plant));
    }

    private void settled(String annotator, Verdict verdict, Pair pair) {
        plan.annotator(annotator).ifPresent(known -> {
            if (known instanceof Jury jury) {
                juries.computeIfAbsent(annotator, name -> new JuryTally(jury, plan))
                        .verdict(verdict);
            } else if (known instanceof Debate) {
                debates.computeIfAbsent(annotator, DebateTally::new).verdict(verdict);
            }
            if (!(known instanceof Judge)) {
                pair.said().putIfAbsent(new Voice(annotator, Voice.Kind.SETTLED), verdict.outcome());
            }
        });
    }

    private JudgeTally judge(String name) {
        return judges.computeIfAbsent(name, key -> new JudgeTally(key, Annotators.judge(plan, key)));
    }

    private void family(String name, String family) {
        List<String> known = families.computeIfAbsent(name, key -> new ArrayList<>());
        if (!known.contains(family)) {
            known.add(family);
        }
    }

    /** What can be told so far. */
    public TallyFigures figures() {
        Map<Voice, List<String>> voices = new LinkedHashMap<>();
        votes.voices().forEach(voice -> voices.put(voice, families.getOrDefault(voice.name(), List.of())));
        Map<String, LengthFigures> lengths = new LinkedHashMap<>();
        votes.voices().forEach(voice -> lengths.put(voice.label(), Lengths.of(votes, voice)));
        return new TallyFigures(
                families.values().stream().flatMap(List::stream).distinct().count(),
                judges.values().stream().map(JudgeTally::figures).toList(),
                juries.values().stream().map(jury -> jury.figures(votes)).toList(),
                debates.values().stream().map(DebateTally::figures).toList(),
                lengths,
                new Writers(votes, voices).figures(),
                Pairwise.of(votes),
                graded.agreement(),
                graded.rankings(),
                graded.steps());
    }
}
