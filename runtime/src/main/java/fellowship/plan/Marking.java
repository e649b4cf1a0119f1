package fellowship.plan;

import java.util.List;

/**
 * How a judge says what it thinks.
 *
 * @param form what it is asked for
 * @param scale of its scores
 * @param rubric criteria that are scored one by one, their weighted mean being the score; empty: one score
 * @param reasons where its reasons stand
 * @param certainty whether it also says how sure it is, from 1 to 100 (arXiv 2406.11657)
 * @param style how the reply is laid out
 */
public record Marking(Form form, Scale scale, List<Criterion> rubric, Reasons reasons, boolean certainty, Style style) {

    public Marking {
        rubric = List.copyOf(rubric);
    }

    /** Both candidates scored together out of 10, reasons first. */
    public static Marking standard() {
        return new Marking(Form.COMBINED, Scale.outOf(10), List.of(), Reasons.FIRST, false, Style.AUTO);
    }

    public Marking with(Form other) {
        return new Marking(other, scale, rubric, reasons, certainty, style);
    }

    public Marking with(Scale other) {
        return new Marking(form, other, rubric, reasons, certainty, style);
    }

    public Marking with(Style other) {
        return new Marking(form, scale, rubric, reasons, certainty, other);
    }

    /** What a judge is asked for. The first three are the prompting strategies of the Fellowship paper, section 3.1. */
    public enum Form {
        /** Which of two is better, or a tie. */
        DIRECT,
        /** A score for each of two in one reply; the higher one wins. One candidate alone gets a score alone. */
        COMBINED,
        /** A score for each in a reply of its own; the scores are compared afterwards. */
        INDEPENDENT,
        /**
         * The expected score of each in a reply of its own: the scale's numbers weighed by the probabilities of the reply's
         * first number where the provider tells them, else the mean over the samples (Self-J, arXiv 2409.00935).
         */
        EXPECTED,
        /**
         * How likely each is right, 0 to 1: the probability of "true" where the provider tells it, else the share of "true"
         * over the samples (P(True), arXiv 2207.05221, section 3).
         */
        TRUTH;

        /** Whether two candidates are judged in one reply, so that their order can matter. */
        public boolean sideBySide() {
            return this == DIRECT || this == COMBINED;
        }
    }

    /** Where a judge's reasons stand. */
    public enum Reasons {
        /** Before the verdict, so that it can follow from them. */
        FIRST,
        /** After it. */
        LAST,
        /** Nowhere: cheaper, and worse. */
        NONE
    }

    /** How a judge's reply is laid out. */
    public enum Style {
        /** JSON where the provider takes a schema, else lines. */
        AUTO,
        /** One JSON object. */
        JSON,
        /** Free text that ends in lines that carry a mark drawn for this call. */
        LINES
    }
}
