package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a refine takes for one row. The writer's conversation grows: the k-th draft sends the first question, all earlier
 * drafts and what the reviewers said of them. So does a reviewer's: its first question, its earlier replies and the later
 * drafts. Where a script gives no words for a further turn, the engine's own take {@value #TURN} tokens.
 */
final class Loop {

    private static final double TURN = 40;

    private final Step.Refine refine;
    private final Agent writer;
    private final List<Agent> reviewers;
    private final Map<String, Double> columns;
    private final Outlook outlook;
    private final double draft;

    Loop(Step.Refine refine, Agent writer, List<Agent> reviewers, Map<String, Double> columns, Outlook outlook) {
        this.refine = refine;
        this.writer = writer;
        this.reviewers = reviewers;
        this.columns = columns;
        this.outlook = outlook;
        this.draft = Asked.reply(writer, outlook);
    }

    /** What an agent of the loop takes; the mean over all lengths of the loop where it may stop early. */
    Asked by(Agent agent) {
        boolean writes = agent == writer;
        int most = refine.atMost();
        if (refine.stopWhen().isEmpty() || outlook == Outlook.WORST) {
            return writes ? drafts(most) : reviews(agent, most);
        }
        int longest = outlook == Outlook.LOW ? 1 : most;
        Asked sum = Asked.NOTHING;
        for (int length = 1; length <= longest; length++) {
            sum = sum.plus(writes ? drafts(length) : reviews(agent, length));
        }
        return sum.times(1.0 / longest);
    }

    private Asked drafts(int count) {
        double revision = revision();
        Asked sum = Asked.NOTHING;
        for (int k = 0; k < count; k++) {
            double input = Asked.opening(writer, columns) + k * (draft + revision);
            sum = sum.plus(Asked.once(input, draft, writer.reply().isPresent(), outlook));
        }
        return sum;
    }

    private double revision() {
        double said = reviewers.stream()
                .mapToDouble(reviewer -> Asked.reply(reviewer, outlook))
                .sum();
        Map<String, Double> values = new LinkedHashMap<>(columns);
        values.put("answer", draft);
        values.put("feedback", said);
        return writer.revise().isPresent() ? Asked.tokens(writer.revise(), values) : said + TURN;
    }

    private Asked reviews(Agent reviewer, int drafts) {
        int count = drafts < refine.atMost() ? drafts : drafts - 1 + (refine.reviewLast() ? 1 : 0);
        double reply = Asked.reply(reviewer, outlook);
        Map<String, Double> values = new LinkedHashMap<>(columns);
        values.put("answer", draft);
        double opening = Asked.opening(reviewer, values);
        double again = Asked.form(reviewer)
                + (reviewer.again().isPresent() ? Asked.tokens(reviewer.again(), values) : draft + TURN);
        Asked sum = Asked.NOTHING;
        for (int k = 0; k < count; k++) {
            double input = opening + k * (reply + again);
            sum = sum.plus(Asked.once(input, reply, reviewer.reply().isPresent(), outlook));
        }
        return sum;
    }
}
