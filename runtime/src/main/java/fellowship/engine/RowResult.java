package fellowship.engine;

import fellowship.judging.Observation;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.util.List;

/**
 * What became of one sample on all branches of the plan.
 *
 * @param sample where it began
 * @param emissions rows that reached a data set, in the order of the plan
 * @param judged the row as each judging step left it, whatever became of it later
 * @param held steps at which the row stopped until all rows had come so far
 * @param forPeople rows that people should judge, whether they have or not
 * @param annotations rows that reached an agreement, in the order of the plan
 * @param leavings rows that a rule took out, with the rule
 * @param rejections branches that failed
 * @param noted what steps will decide by all rows together
 * @param offers rows that came to a {@link Sift.Until}, with what comes of each if it is accepted
 */
public record RowResult(
        Sample sample,
        List<Emission> emissions,
        List<Judged> judged,
        List<Held> held,
        List<ForPeople> forPeople,
        List<Annotation> annotations,
        List<Leaving> leavings,
        List<Rejection> rejections,
        List<Noted> noted,
        List<Offer> offers) {

    /** Of a plan that neither decides by all rows nor counts them. */
    public RowResult(
            Sample sample,
            List<Emission> emissions,
            List<Judged> judged,
            List<Held> held,
            List<ForPeople> forPeople,
            List<Annotation> annotations,
            List<Leaving> leavings,
            List<Rejection> rejections) {
        this(sample, emissions, judged, held, forPeople, annotations, leavings, rejections, List.of(), List.of());
    }

    /** What a row adds to what a step decides by all of them. */
    public record Noted(Step.Sifting step, Note note) {}

    /**
     * A row that is to be counted.
     *
     * @param stratum which count it is for
     * @param then what comes of it
     */
    public record Offer(Sift.Until step, String stratum, RowResult then) {}

    /** A row that reached a data set. */
    public record Emission(Step.Into output, Row row) {}

    /**
     * A row that was judged.
     *
     * @param step a {@link Step.Compare}, {@link Step.Score}, {@link Step.Rank} or {@link Step.Verify}
     */
    public record Judged(Step step, Row row) {}

    /** A step at which a row stopped until all rows had come so far. */
    public record Held(Step step, Observation observation) {}

    /** A row that people should judge. */
    public record ForPeople(Step step, Row row) {}

    /**
     * A row that reached an agreement.
     *
     * @param agreement the step that holds annotators against each other
     * @param branch the step whose rows came there
     * @param row with the verdict or the scores of that branch's annotator
     */
    public record Annotation(Step.Agree agreement, String branch, Row row) {}

    /**
     * A row that a rule took out.
     *
     * @param step the step whose rule it was
     * @param rule what it says, for example {@code equal scores} or the text of a filter
     */
    public record Leaving(String step, String rule) {}

    public RowResult {
        emissions = List.copyOf(emissions);
        judged = List.copyOf(judged);
        held = List.copyOf(held);
        forPeople = List.copyOf(forPeople);
        annotations = List.copyOf(annotations);
        leavings = List.copyOf(leavings);
        rejections = List.copyOf(rejections);
        noted = List.copyOf(noted);
        offers = List.copyOf(offers);
    }
}
