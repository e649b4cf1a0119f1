package fellowship.judging;

import fellowship.ask.Asked;
import fellowship.ask.Asking;
import fellowship.ask.Question;
import fellowship.chat.Message;
import fellowship.plan.Debate;
import fellowship.prompt.Answer;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The talk of a debate in one order. Each call is handed the question, both answers and the whole talk so far. */
final class Talk {

    private static final ReplyType LEANING = new ReplyType(
            "Turn", List.of(Field.of("argument", Field.Kind.TEXT), Field.choice("leaning", List.of("A", "B", "tie"))));

    private final Debate debate;
    private final List<JudgeCall> seats;
    private final List<Draft> candidates;
    private final boolean swapped;
    private final List<Judgment> firstVotes;
    private final Asking asking;

    /** @param firstVotes with which the talk begins; empty when they are not shown */
    Talk(
            Debate debate,
            List<JudgeCall> seats,
            List<Draft> candidates,
            boolean swapped,
            List<Judgment> firstVotes,
            Asking asking) {
        this.debate = debate;
        this.seats = seats;
        this.candidates = candidates;
        this.swapped = swapped;
        this.firstVotes = firstVotes;
        this.asking = asking;
    }

    Mono<List<Turn>> held() {
        return next(List.of());
    }

    /** What somebody who comes to the table is told. */
    String told(Sheet sheet, List<Turn> turns) {
        String talk = Told.talk(sheet, turns);
        return firstVotes.isEmpty() ? talk : Told.firstVotes(sheet, firstVotes, swapped) + "\n\n" + talk;
    }

    private Mono<List<Turn>> next(List<Turn> turns) {
        boolean wholeRounds = turns.size() % seats.size() == 0;
        if (turns.size() == debate.rounds() * seats.size() || wholeRounds && debate.untilAgreed() && agreed(turns)) {
            return Mono.just(turns);
        }
        return turn(seats.get(turns.size() % seats.size()), turns).flatMap(turn -> {
            List<Turn> more = new ArrayList<>(turns);
            more.add(turn);
            return next(more);
        });
    }

    private boolean agreed(List<Turn> turns) {
        List<Optional<Outcome>> last = turns.stream()
                .skip(Math.max(0, turns.size() - seats.size()))
                .map(Turn::leaning)
                .distinct()
                .toList();
        return last.size() == 1 && last.get(0).isPresent();
    }

    private Mono<Turn> turn(JudgeCall seat, List<Turn> turns) {
        String text = seat.sheet().question() + "\n\n"
                + seat.sheet().candidates(Shown.pair(candidates.get(0), candidates.get(1), swapped)) + "\n\n"
                + told(seat.sheet(), turns) + "\n\n"
                + "It is your turn. Say in a few sentences what matters most from where you sit, and answer the others where"
                + " you see it otherwise.";
        int round = turns.size() / seats.size() + 1;
        if (!debate.untilAgreed()) {
            Message turn = Message.user(text + " Do not score yet.");
            return asking.ask(Question.text(
                            seat.annotator(),
                            seat.judge().model(),
                            seat.judge().sampling(),
                            List.of(seat.sheet().system(), turn),
                            0))
                    .map(asked ->
                            new Turn(seat.annotator(), swapped, round, said(asked), Optional.empty(), asked.reply()));
        }
        ReplyForm form = seat.form(LEANING);
        Message turn = Message.user(text + " Say which answer you lean to now.\n\n" + form.instruction());
        return asking.ask(form.question(
                        seat.annotator(), seat.judge(), List.of(seat.sheet().system(), turn), 0))
                .map(asked -> typed(seat, round, asked));
    }

    private static String said(Asked<String> asked) {
        return asked.answer() instanceof Answer.Read<String> read ? read.value() : "";
    }

    /** A turn that cannot be read is kept as it came, and leans nowhere. */
    private Turn typed(JudgeCall seat, int round, Asked<Map<String, Object>> asked) {
        if (asked.answer() instanceof Answer.Read<Map<String, Object>> read) {
            String leaning = String.valueOf(read.value().get("leaning"));
            Outcome seen = leaning.equals("A") ? Outcome.FIRST : leaning.equals("B") ? Outcome.SECOND : Outcome.TIE;
            return new Turn(
                    seat.annotator(),
                    swapped,
                    round,
                    String.valueOf(read.value().get("argument")),
                    Optional.of(swapped ? seen.swapped() : seen),
                    asked.reply());
        }
        return new Turn(
                seat.annotator(), swapped, round, asked.reply().completion().text(), Optional.empty(), asked.reply());
    }
}
