package fellowship.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one judge takes. A judgment is a conversation: what it is told and the candidates, then its own answer, its choice of
 * a context and its uses of tools where the script asks for them, then the judgment; each of these turns sends all before
 * it, with {@value #TURN} tokens for the words around it.
 */
final class Judgments {

    /** Tokens of what a judge is told beside question, answers and the script's own words. */
    static final double FORM = 200;

    /** Tokens of the words around one turn. */
    static final double TURN = 40;

    private final Judge judge;
    private final Outlook outlook;
    private final double told;
    private final double contexts;

    Judgments(Judge judge, Map<String, Double> columns, Outlook outlook) {
        this.judge = judge;
        this.outlook = outlook;
        Brief brief = judge.brief();
        this.told = FORM
                + Asked.tokens(brief.criteria(), columns)
                + Asked.tokens(brief.question(), columns)
                + Asked.tokens(brief.reference(), columns)
                + Asked.tokens(brief.persona(), columns)
                + judge.marking().rubric().stream()
                        .mapToDouble(criterion ->
                                (criterion.name().length() + criterion.says().length()) / Outlook.CHARS)
                        .sum();
        this.contexts = judge.preparation().contexts().stream()
                .mapToDouble(context -> Asked.tokens(Optional.of(context), columns))
                .sum();
    }

    /** Tokens of everything it is told but the candidates. */
    double told() {
        return told;
    }

    /** Tokens of one judgment. */
    double reply() {
        return outlook.reply(judge.sampling().maxTokens(), true);
    }

    /** Tokens of one free reply. */
    double speech() {
        return outlook.reply(judge.sampling().maxTokens(), false);
    }

    /** Scores of these many candidates, each alone. */
    Asked scores(double candidates, double answer) {
        return one(answer).times(candidates * judge.samples());
    }

    /** A comparison: both in each order shown, or each alone; with what settles two orders and what measures the judge. */
    Asked comparison(double bothAnswers) {
        if (!judge.marking().form().sideBySide()) {
            return one(bothAnswers / 2).times(2 * judge.samples() * (1 + judge.plants()));
        }
        Asked orders = one(bothAnswers).times((judge.orders().both() ? 2 : 1) * judge.samples());
        return orders.plus(synthesis(judge.orders(), bothAnswers)).times(1 + judge.plants());
    }

    /** One order of a comparison, as a first vote. */
    Asked vote(double bothAnswers) {
        return one(bothAnswers).times(judge.samples());
    }

    /** An order of all drafts. */
    Asked ranking(double orders, double allAnswers) {
        return one(allAnswers).times(orders * judge.samples());
    }

    /** Where two orders differ, one more question that shows both judgments. */
    Asked synthesis(Orders orders, double bothAnswers) {
        if (!orders.both() || orders.rule() != OrderRule.synthesise) {
            return Asked.NOTHING;
        }
        double often =
                switch (outlook) {
                    case LOW -> 0;
                    case EXPECTED -> 0.5;
                    case WORST -> 1;
                };
        return plain(told + bothAnswers + 2 * reply()).times(often);
    }

    /** One question without preparation. */
    Asked plain(double sent) {
        return Asked.once(sent, reply(), true, outlook);
    }

    private Asked one(double answers) {
        Preparation before = judge.preparation();
        List<Double> replies = new ArrayList<>();
        if (before.ownAnswer()) {
            replies.add(speech());
        }
        if (!before.contexts().isEmpty()) {
            replies.add(reply());
        }
        for (int use = 0; use < uses(before); use++) {
            replies.add(reply());
        }
        Asked sum = Asked.NOTHING;
        double sent = told + contexts + answers;
        for (double reply : replies) {
            sum = sum.plus(Asked.once(sent, reply, true, outlook));
            sent += reply + TURN;
        }
        return sum.plus(Asked.once(sent, reply(), true, outlook));
    }

    /** None, half of what is allowed, all of it. */
    private int uses(Preparation before) {
        if (before.tools().isEmpty()) {
            return 0;
        }
        return switch (outlook) {
            case LOW -> 0;
            case EXPECTED -> (before.mostUses() + 1) / 2;
            case WORST -> before.mostUses();
        };
    }
}
