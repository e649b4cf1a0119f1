package fellowship.judging;

import fellowship.ask.Asking;
import fellowship.chat.ModelException;
import fellowship.plan.Annotator;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.SettleRule;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Judgment.Opinion;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.seam.Dice;
import fellowship.stats.Votes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A judge or a jury scores a draft on its own. */
public final class Scoring {

    private final Annotator annotator;
    private final List<Judge> judges;
    private final Asking asking;
    private final Dice dice;

    Scoring(Annotator annotator, List<Judge> judges, Asking asking, Dice dice) {
        this.annotator = annotator;
        this.judges = judges;
        this.asking = asking;
        this.dice = dice;
    }

    /**
     * The judgments of one draft: a judge's, one for each sample; of a jury one, with its jurors' scores as parts. They may
     * be unreadable.
     */
    public Mono<List<Judgment>> score(Row row, Draft draft) {
        return Flux.fromIterable(judges)
                .flatMapSequential(
                        judge -> annotator instanceof Jury ? ofJuror(judge, row, draft) : samples(judge, row, draft),
                        judges.size(),
                        1)
                .collectList()
                .map(said -> annotator instanceof Jury jury ? List.of(settled(jury, said)) : said.get(0));
    }

    /** As in comparisons, a juror whose provider refuses this very question is left out. */
    private Mono<List<Judgment>> ofJuror(Judge judge, Row row, Draft draft) {
        return samples(judge, row, draft)
                .onErrorResume(
                        ModelException.class,
                        fault -> Refusal.is(fault)
                                ? Mono.just(List.of(Judgment.of(
                                        judge.name(),
                                        new Judgment.Unreadable(fault.reason() + ": " + fault.getMessage()))))
                                : Mono.error(fault));
    }

    private Mono<List<Judgment>> samples(Judge judge, Row row, Draft draft) {
        JudgeCall call = JudgeCall.of(judge, row, List.of(draft), asking, dice);
        return Flux.fromStream(() -> IntStream.range(0, judge.samples()).boxed())
                .flatMapSequential(sample -> call.alone(draft, sample), judge.samples(), 1)
                .collectList();
    }

    /** The mean of the jurors' means, or the median for {@code settle medianScore}; jurors nobody could read are left out. */
    private static Judgment settled(Jury jury, List<List<Judgment>> said) {
        Map<String, Opinion> parts = new LinkedHashMap<>();
        List<Reply> replies = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (List<Judgment> samples : said) {
            samples.forEach(judgment -> replies.addAll(judgment.replies()));
            OptionalDouble mean = mean(samples);
            String juror = samples.get(0).annotator();
            parts.put(
                    juror,
                    mean.isPresent()
                            ? new Judgment.Score(mean.getAsDouble())
                            : samples.get(0).opinion());
            mean.ifPresent(scores::add);
        }
        OptionalDouble score = jury.rule() == SettleRule.medianScore ? Votes.median(scores) : Votes.mean(scores);
        Opinion opinion = score.isPresent()
                ? new Judgment.Score(score.getAsDouble())
                : new Judgment.Unreadable("no juror's score could be read");
        return new Judgment(
                jury.name(), opinion, false, 0, "", OptionalDouble.empty(), parts, Deliberation.NONE, replies);
    }

    private static OptionalDouble mean(List<Judgment> samples) {
        return samples.stream()
                .map(Judgment::opinion)
                .filter(Judgment.Score.class::isInstance)
                .mapToDouble(opinion -> ((Judgment.Score) opinion).value())
                .average();
    }
}
