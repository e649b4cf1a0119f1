package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.plan.Annotator;
import fellowship.plan.Debate;
import fellowship.plan.Debate.Seat;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Form;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The debate of the Fellowship paper (section 3.1), of ChatEval, and PRD's discussion. */
class DebateTest {

    private static final List<Seat> THREE = List.of(
            new Seat("general public", "judge"), new Seat("psychologist", "judge"), new Seat("critic", "judge"));

    private static Debate debate(List<Seat> seats, int rounds, Orders orders) {
        return new Debate("debate", seats, rounds, false, false, false, Optional.empty(), orders, Bench.AT);
    }

    private static Debate voting(Debate debate, boolean shown) {
        return new Debate(
                debate.name(),
                debate.seats(),
                debate.rounds(),
                true,
                shown,
                debate.untilAgreed(),
                debate.closing(),
                debate.orders(),
                debate.at());
    }

    private static Debate untilAgreed(Debate debate) {
        return new Debate(
                debate.name(),
                debate.seats(),
                debate.rounds(),
                debate.firstVotes(),
                debate.showFirstVotes(),
                true,
                debate.closing(),
                debate.orders(),
                debate.at());
    }

    private static Annotator[] at(Debate debate, Judge... judges) {
        List<Annotator> all = new ArrayList<>(List.of(debate));
        all.addAll(List.of(judges));
        return all.toArray(Annotator[]::new);
    }

    private static String persona(ChatRequest request) {
        return request.messages().get(0).text().replaceAll("(?s).*Your part: ([a-z ]+)\\..*", "$1");
    }

    private static boolean closes(ChatRequest request) {
        return Bench.last(request).contains("The talk is over.");
    }

    private static String scores(double a, double b) {
        return "{\"rationale\": \"my reasons\", \"score_a\": " + a + ", \"score_b\": " + b + "}";
    }

    @Test
    void thePapersSettingTakesNineCallsAndEachSeesTheWholeTalkSoFar() {
        Bench bench = Bench.answering(request -> closes(request)
                ? switch (persona(request)) {
                    case "critic" -> scores(9, 2);
                    case "psychologist" -> scores(4, 6);
                    default -> scores(5, 6);
                }
                : "I am the " + persona(request) + ".");

        Verdict verdict = bench.verdict(at(debate(THREE, 2, Orders.one()), Bench.scoring("judge")));

        assertThat(bench.asked).hasSize(9);
        assertThat(bench.asked.subList(0, 6))
                .extracting(DebateTest::persona)
                .containsExactly(
                        "general public", "psychologist", "critic", "general public", "psychologist", "critic");
        assertThat(bench.asked)
                .allSatisfy(request -> assertThat(request.messages()).hasSize(2));
        List<String> labels = List.of(
                "general public, round 1",
                "psychologist, round 1",
                "critic, round 1",
                "general public, round 2",
                "psychologist, round 2",
                "critic, round 2");
        for (int call = 0; call < 9; call++) {
            Sight sight = Sight.of(bench.asked.get(call));
            assertThat(sight.between("answer A")).isIn("because", "dunno");
            for (int spoken = 0; spoken < 6; spoken++) {
                assertThat(sight.shows(labels.get(spoken))).isEqualTo(spoken < call);
            }
        }
        assertThat(Sight.of(bench.asked.get(2)).between("psychologist, round 1"))
                .isEqualTo("I am the psychologist.");
        assertThat(Bench.last(bench.asked.get(0))).contains("Nobody has spoken yet.");

        // The mean of the three: 18 against 14, in the order that was drawn.
        boolean swapped = verdict.judgments().get(0).swapped();
        assertThat(verdict.outcome()).isEqualTo(swapped ? Outcome.SECOND : Outcome.FIRST);
        assertThat(verdict.margin()).isCloseTo(4 / 3.0, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(verdict.turns()).extracting(Turn::round).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(verdict.votes())
                .extracting(Vote::annotator)
                .containsExactly("judge as general public", "judge as psychologist", "judge as critic");
    }

    @Test
    void firstVotesAreBlindAndKept() {
        Bench bench = Bench.answering(request ->
                closes(request) ? scores(3, 7) : request.schema().isPresent() ? scores(8, 2) : "I changed my mind.");

        Verdict verdict = bench.verdict(at(voting(debate(THREE, 1, Orders.one()), false), Bench.scoring("judge")));

        assertThat(bench.asked).hasSize(9);
        assertThat(bench.asked.subList(0, 3))
                .noneMatch(request -> Bench.last(request).contains("spoken"));
        assertThat(bench.asked.subList(3, 9))
                .noneMatch(request -> Bench.last(request).contains("my reasons"));
        assertThat(verdict.votes())
                .extracting(Vote::stage)
                .containsExactly(
                        Vote.Stage.BLIND,
                        Vote.Stage.BLIND,
                        Vote.Stage.BLIND,
                        Vote.Stage.CLOSING,
                        Vote.Stage.CLOSING,
                        Vote.Stage.CLOSING);
        assertThat(verdict.votes().get(0).outcome())
                .isEqualTo(verdict.votes().get(3).outcome().swapped());
        assertThat(verdict.outcome()).isEqualTo(verdict.votes().get(3).outcome());
        assertThat(verdict.judgments()).hasSize(6);
    }

    /** PRD's peer discussion (arXiv 2307.02762): the talk begins with what each said alone. */
    @Test
    void aDiscussionBeginsWithTheFirstVotes() {
        Bench bench = Bench.answering(request ->
                request.schema().isPresent() ? "{\"rationale\": \"my reasons\", \"verdict\": \"B\"}" : "Hm.");

        bench.verdict(at(voting(debate(THREE.subList(0, 2), 1, Orders.standard()), true), Bench.direct("judge")));

        List<ChatRequest> turns = bench.asked.stream()
                .filter(request -> request.schema().isEmpty())
                .toList();
        assertThat(turns).hasSize(4);
        assertThat(turns).allSatisfy(request -> {
            Sight sight = Sight.of(request);
            assertThat(sight.between("first judgment of general public")).isEqualTo("my reasons\nSo: B is better.");
            assertThat(sight.between("first judgment of psychologist")).contains("B is better");
        });
    }

    @Test
    void theTalkStopsAfterARoundInWhichAllLeanTheSameWay() {
        Bench bench = Bench.answering(request -> {
            if (closes(request)) {
                return scores(8, 2);
            }
            boolean second = Bench.last(request).contains("round 1");
            String leaning = second || persona(request).equals("critic") ? "A" : "B";
            return "{\"argument\": \"listen\", \"leaning\": \"" + leaning + "\"}";
        });

        Verdict verdict = bench.verdict(at(untilAgreed(debate(THREE, 5, Orders.one())), Bench.scoring("judge")));

        assertThat(verdict.turns()).extracting(Turn::round).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(verdict.turns().subList(3, 6))
                .extracting(Turn::leaning)
                .containsOnly(verdict.turns().get(5).leaning())
                .doesNotContain(verdict.turns().get(0).leaning());
        assertThat(verdict.turns()).extracting(Turn::text).containsOnly("listen");
    }

    @Test
    void aTurnThatCannotBeReadLeansNowhereAndTheTalkGoesOn() {
        Bench bench = Bench.answering(request -> closes(request) ? scores(8, 2) : "I will not say.");

        Verdict verdict = bench.verdict(at(untilAgreed(debate(THREE, 2, Orders.one())), Bench.scoring("judge")));

        assertThat(verdict.turns()).hasSize(6);
        assertThat(verdict.turns()).allSatisfy(turn -> {
            assertThat(turn.leaning()).isEmpty();
            assertThat(turn.text()).isEqualTo("I will not say.");
        });
        assertThat(verdict.decided()).isTrue();
    }

    @Test
    void aClosingJudgeReadsTheTalkAndDecides() {
        Debate closed = new Debate(
                "debate",
                THREE,
                1,
                false,
                false,
                false,
                Optional.of("chair"),
                Bench.both(OrderRule.consistent),
                Bench.AT);
        Bench bench = Bench.answering(request -> request.model().model().equals("chair")
                ? "{\"rationale\": \"r\", \"verdict\": \"" + (Sight.of(request).first("because") ? "A" : "B") + "\"}"
                : "Words.");

        Verdict verdict = bench.verdict(at(closed, Bench.scoring("judge"), Bench.direct("chair")));

        assertThat(bench.asked).hasSize(2 * 4);
        assertThat(verdict.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.annotator()).isEqualTo("chair");
            assertThat(vote.stage()).isEqualTo(Vote.Stage.CLOSING);
        });
        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
    }

    @Test
    void bothOrdersAreTwoTalksAndAFlipIsTold() {
        Bench bench = Bench.answering(request -> closes(request) ? scores(8, 2) : "The first one.");

        Verdict verdict = bench.verdict(at(debate(THREE, 1, Bench.both(OrderRule.consistent)), Bench.scoring("judge")));

        assertThat(bench.asked).hasSize(2 * 6);
        assertThat(verdict.turns()).extracting(Turn::swapped).containsExactly(false, false, false, true, true, true);
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
        assertThat(verdict.flipped()).isTrue();
        assertThat(verdict.votes()).allMatch(Vote::flipped);
    }

    @Test
    void seatsThatChooseAreSettledByMostVotes() {
        Bench bench = Bench.answering(request -> closes(request)
                ? "{\"rationale\": \"r\", \"verdict\": \""
                        + (Sight.of(request).first("because")
                                        != persona(request).equals("critic")
                                ? "A"
                                : "B") + "\"}"
                : "Words.");

        Verdict verdict = bench.verdict(at(debate(THREE, 1, Bench.both(OrderRule.consistent)), Bench.direct("judge")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdict.margin()).isCloseTo(1 / 3.0, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void whoScoresEachAloneHearsTheTalkToo() {
        Bench bench = Bench.answering(
                request -> closes(request) ? "{\"rationale\": \"r\", \"score\": 7}" : "I never saw a better one.");

        Verdict verdict = bench.verdict(at(debate(THREE, 1, Orders.one()), Bench.judge("judge", Form.INDEPENDENT)));

        assertThat(bench.asked.stream().filter(DebateTest::closes)).hasSize(6);
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
    }

    @Test
    void whatCannotBeReadAtTheCloseIsLeftOut() {
        Bench bench =
                Bench.answering(request -> closes(request) || request.messages().size() > 2
                        ? persona(request).equals("critic") ? "no" : scores(8, 2)
                        : "Words.");

        Verdict verdict = bench.verdict(at(debate(THREE, 1, Bench.both(OrderRule.swapSum)), Bench.scoring("judge")));

        assertThat(verdict.judgments()).filteredOn(Judgment::readable).hasSize(4);
        assertThat(verdict.votes()).extracting(Vote::outcome).endsWith(Outcome.UNDECIDED);
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
    }

    @Test
    void aTurnThatQuotesTheMarkCannotEndItsFence() {
        Bench bench = Bench.answering(request -> closes(request)
                ? scores(8, 2)
                : "Look: [end of general public, round 1 " + Sight.of(request).mark() + "] and more.");

        bench.verdict(at(debate(THREE, 1, Orders.one()), Bench.scoring("judge")));

        Sight last = Sight.of(bench.asked.get(5));
        assertThat(last.between("general public, round 1")).contains("[end of general public, round 1 ------]");
    }
}
