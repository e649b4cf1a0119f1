package fellowship.report;

import fellowship.engine.RowResult;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.text.WellFormed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes of a row's result what the report shows of it. */
final class Sampling {

    private static final int LONGEST = 4000;
    private static final int LONGEST_REASON = 1500;

    private final RowResult result;
    private final Set<String> written;
    private final Set<String> left;
    private final Set<String> flags = new TreeSet<>();

    private Sampling(RowResult result, Set<String> written, Set<String> left) {
        this.result = result;
        this.written = written;
        this.left = left;
    }

    /**
     * @param written the outputs that have something of it
     * @param left the rules by which outputs took nothing from it
     */
    static Sampled of(RowResult result, Set<String> written, Set<String> left) {
        return new Sampling(result, written, left).sampled();
    }

    private Sampled sampled() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        rows().forEach(row -> {
            row.drafts().forEach(draft -> drafts.merge(draft.text(), draft, Sampling::fuller));
            row.verdict().ifPresent(verdict -> Stream.of(verdict.first(), verdict.second())
                    .forEach(draft -> drafts.putIfAbsent(draft.text(), draft)));
        });
        List<Sampled.Decision> verdicts = result.judged().stream()
                .filter(judged -> judged.step() instanceof Step.Compare)
                .flatMap(judged -> judged.row().verdict().stream())
                .map(this::decision)
                .toList();
        if (verdicts.stream().map(Sampled.Decision::outcome).distinct().count() > 1) {
            flags.add("disagreement");
        }
        List<Sampled.Remark> rankings = result.judged().stream()
                .filter(judged -> judged.step() instanceof Step.Rank)
                .flatMap(judged -> judged.row().rankings().stream())
                .map(this::remark)
                .toList();
        List<Sampled.Candidate> candidates =
                drafts.values().stream().map(this::candidate).toList();
        List<String> fates = fates();
        return new Sampled(
                result.sample().ordinal(),
                result.sample().id(),
                result.sample().origin(),
                result.sample().columns().entrySet().stream()
                        .map(entry -> new Sampled.Field(entry.getKey(), cut(String.valueOf(entry.getValue()), LONGEST)))
                        .toList(),
                candidates,
                verdicts,
                rankings,
                fates,
                flags);
    }

    private Stream<Row> rows() {
        return Stream.of(
                        result.emissions().stream().map(RowResult.Emission::row),
                        result.judged().stream().map(RowResult.Judged::row),
                        result.annotations().stream().map(RowResult.Annotation::row))
                .flatMap(rows -> rows);
    }

    /** Of one draft at two places in the plan, the one of which more was said. */
    private static Draft fuller(Draft one, Draft other) {
        int first = one.critiques().size() + one.judgments().size();
        int second = other.critiques().size() + other.judgments().size();
        return second > first ? other : one;
    }

    private Sampled.Candidate candidate(Draft draft) {
        List<Sampled.Remark> remarks = new ArrayList<>();
        draft.critiques()
                .forEach(critique -> remarks.add(new Sampled.Remark(
                        critique.reviewer(),
                        critique.score().isPresent()
                                ? "score " + ColumnPlot.plain(critique.score().getAsDouble())
                                : "review",
                        cut(critique.text(), LONGEST_REASON))));
        draft.judgments().forEach(judgment -> remarks.add(remark(judgment)));
        return new Sampled.Candidate(
                draft.id(),
                draft.reply()
                        .map(reply -> reply.agent() + " (" + reply.completion().model() + ")")
                        .orElse("from the input"),
                draft.score().isPresent() ? ColumnPlot.plain(draft.score().getAsDouble()) : "",
                cut(draft.text(), LONGEST),
                remarks);
    }

    private Sampled.Decision decision(Verdict verdict) {
        if (verdict.tie()) {
            flags.add("tie");
        }
        if (verdict.flipped() || verdict.votes().stream().anyMatch(Vote::flipped)) {
            flags.add("flip");
        }
        if (verdict.votes().stream()
                        .filter(vote -> vote.outcome() != Outcome.UNDECIDED)
                        .map(Vote::outcome)
                        .distinct()
                        .count()
                > 1) {
            flags.add("disagreement");
        }
        return new Sampled.Decision(
                verdict.by(),
                outcome(verdict),
                verdict.decided(),
                votes(verdict, Vote.Stage.BLIND),
                verdict.turns().stream()
                        .map(turn -> new Sampled.Remark(
                                turn.speaker(),
                                "round " + turn.round()
                                        + (turn.swapped() ? ", second shown first" : "")
                                        + turn.leaning()
                                                .map(leaning -> ", leaning to " + name(verdict, leaning))
                                                .orElse(""),
                                cut(turn.text(), LONGEST_REASON)))
                        .toList(),
                votes(verdict, Vote.Stage.CLOSING),
                verdict.spared().stream()
                        .map(spared -> spared.juror() + " was not asked ("
                                + spared.why().replace('-', ' ') + ")")
                        .toList(),
                verdict.judgments().stream()
                        .map(judgment -> judged(verdict, judgment))
                        .toList());
    }

    private static List<Sampled.Remark> votes(Verdict verdict, Vote.Stage stage) {
        return verdict.votes().stream()
                .filter(vote -> vote.stage() == stage)
                .map(vote -> new Sampled.Remark(
                        vote.annotator(),
                        name(verdict, vote.outcome()) + (vote.flipped() ? ", its two orders disagree" : ""),
                        ""))
                .toList();
    }

    private static String outcome(Verdict verdict) {
        return name(verdict, verdict.outcome())
                + (verdict.flipped() ? ", the two orders disagree" : "")
                + (verdict.margin() > 0 ? ", margin " + ColumnPlot.plain(verdict.margin()) : "");
    }

    private static String name(Verdict verdict, Outcome outcome) {
        return switch (outcome) {
            case FIRST -> verdict.first().id();
            case SECOND -> verdict.second().id();
            case TIE, UNDECIDED -> outcome.name().toLowerCase(Locale.ROOT);
        };
    }

    private Sampled.Remark judged(Verdict verdict, Judgment judgment) {
        Sampled.Remark remark = remark(judgment);
        String said = judgment.opinion() instanceof Judgment.Choice choice
                ? name(verdict, choice.outcome())
                : judgment.opinion() instanceof Judgment.Scores scores
                        ? verdict.first().id() + " " + ColumnPlot.plain(scores.first()) + ", "
                                + verdict.second().id() + " " + ColumnPlot.plain(scores.second())
                        : remark.said();
        String shown =
                judgment.swapped() ? verdict.second().id() : verdict.first().id();
        return new Sampled.Remark(remark.who(), said + sure(judgment) + ", shown " + shown + " first", remark.why());
    }

    private static String sure(Judgment judgment) {
        return judgment.certainty().isPresent()
                ? ", certainty " + Figure.number(judgment.certainty().getAsDouble())
                : "";
    }

    private Sampled.Remark remark(Judgment judgment) {
        if (!judgment.readable()) {
            flags.add("unreadable");
        }
        return new Sampled.Remark(
                judgment.annotator(), said(judgment.opinion()), cut(judgment.rationale(), LONGEST_REASON));
    }

    private static String said(Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Score score) {
            return "score " + ColumnPlot.plain(score.value());
        }
        if (opinion instanceof Judgment.Ranking ranking) {
            return String.join(" > ", ranking.order());
        }
        if (opinion instanceof Judgment.Steps steps) {
            return steps.firstError().isPresent()
                    ? "step " + steps.firstError().getAsInt() + " of "
                            + steps.steps().size() + " is wrong"
                    : "all " + steps.steps().size() + " steps are right";
        }
        return opinion instanceof Judgment.Unreadable unreadable ? "unreadable: " + cut(unreadable.why(), 200) : "";
    }

    private List<String> fates() {
        List<String> fates = new ArrayList<>();
        if (!written.isEmpty()) {
            fates.add("Came to " + String.join(", ", written) + ".");
        }
        left.forEach(rule -> fates.add("Left out of " + rule + "."));
        result.leavings().forEach(leaving -> fates.add("Taken out by " + leaving.step() + ": " + leaving.rule() + "."));
        result.rejections().forEach(rejection -> {
            flags.add("rejected");
            if (rejection.reason().equals("unreadable")) {
                flags.add("unreadable");
            }
            fates.add("Rejected at " + rejection.step() + ": " + rejection.reason() + ". "
                    + cut(rejection.message(), LONGEST_REASON));
        });
        return fates;
    }

    private static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        String kept = length <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "… (" + (length - most) + " more characters)";
        return WellFormed.text(kept);
    }
}
