package fellowship.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a debate takes for one row, judge by judge. Each turn sends what its judge is told, both answers and the whole talk
 * so far, with the first votes where these are shown; so does each closing judgment.
 */
final class Talk {

    private final Debate debate;
    private final List<Judgments> seats;
    private final Optional<Judgments> closing;
    private final Outlook outlook;
    private final double answers;

    /**
     * @param judges what each judge of the debate takes, by name
     * @param answers tokens of both candidates
     */
    Talk(Debate debate, Function<String, Judgments> judges, Outlook outlook, double answers) {
        this.debate = debate;
        this.seats =
                debate.seats().stream().map(seat -> judges.apply(seat.judge())).toList();
        this.closing = debate.closing().map(judges);
        this.outlook = outlook;
        this.answers = answers;
    }

    /** What each judge takes, by name, in all orders. */
    Map<String, Asked> byJudge() {
        Map<String, Asked> sums = new LinkedHashMap<>();
        int longest = outlook == Outlook.LOW && debate.untilAgreed() ? 1 : debate.rounds();
        int shortest = outlook == Outlook.WORST || !debate.untilAgreed() ? longest : 1;
        int lengths = longest - shortest + 1;
        for (int rounds = shortest; rounds <= longest; rounds++) {
            talk(rounds).forEach((judge, asked) -> sums.merge(judge, asked.times(1.0 / lengths), Asked::plus));
        }
        int orders = debate.orders().both() ? 2 : 1;
        sums.replaceAll((judge, asked) -> asked.times(orders));
        closing.ifPresent(judge ->
                sums.merge(debate.closing().orElseThrow(), judge.synthesis(debate.orders(), answers), Asked::plus));
        return sums;
    }

    private Map<String, Asked> talk(int rounds) {
        Map<String, Asked> sums = new LinkedHashMap<>();
        double said = debate.showFirstVotes()
                ? seats.stream().mapToDouble(Judgments::reply).sum()
                : 0;
        for (int i = 0; i < seats.size(); i++) {
            sums.merge(name(i), debate.firstVotes() ? seats.get(i).vote(answers) : Asked.NOTHING, Asked::plus);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < seats.size(); i++) {
                Judgments seat = seats.get(i);
                sums.merge(name(i), new Asked(1, sent(i, said), seat.speech()), Asked::plus);
                said += seat.speech();
            }
        }
        if (closing.isPresent()) {
            Judgments judge = closing.get();
            sums.merge(debate.closing().orElseThrow(), judge.plain(judge.told() + answers + said), Asked::plus);
        } else {
            for (int i = 0; i < seats.size(); i++) {
                sums.merge(name(i), seats.get(i).plain(sent(i, said)), Asked::plus);
            }
        }
        return sums;
    }

    private String name(int seat) {
        return debate.seats().get(seat).judge();
    }

    private double sent(int seat, double said) {
        double persona = debate.seats().get(seat).persona().length() / Outlook.CHARS;
        return seats.get(seat).told() + persona + answers + said;
    }
}
