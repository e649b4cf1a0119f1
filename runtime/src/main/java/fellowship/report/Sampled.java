package fellowship.report;

import java.util.List;
import java.util.Set;

/**
 * One sample as the report shows it, with texts cut to what a person reads.
 *
 * @param ordinal its place in the input
 * @param id the sample's
 * @param origin where it stands
 * @param columns its fields as text
 * @param drafts candidate answers
 * @param verdicts by whoever compared two of them
 * @param rankings what was said of all of them together
 * @param fates what became of it, one sentence each
 * @param flags what it can be filtered by: {@code tie}, {@code flip}, {@code disagreement}, {@code unreadable},
 *     {@code rejected}
 */
record Sampled(
        long ordinal,
        String id,
        String origin,
        List<Field> columns,
        List<Candidate> drafts,
        List<Decision> verdicts,
        List<Remark> rankings,
        List<String> fates,
        Set<String> flags) {

    record Field(String name, String text) {}

    /** A draft with what was said of it alone. */
    record Candidate(String id, String writer, String score, String text, List<Remark> remarks) {}

    /** Something that somebody said: who, in short, and why. */
    record Remark(String who, String said, String why) {}

    /** A verdict, with what led to it in the order in which it was said. */
    record Decision(
            String by,
            String outcome,
            boolean won,
            List<Remark> votes,
            List<Remark> talk,
            List<Remark> closing,
            List<String> spared,
            List<Remark> judgments) {}
}
