package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.Role;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Form;
import fellowship.plan.Preparation;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.store.RequestKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a judge does before it judges. */
class PreparingTest {

    private static final String TIE = "{\"rationale\": \"r\", \"verdict\": \"tie\"}";

    private static Judge judge(boolean ownAnswer, List<String> contexts, List<String> tools, int mostUses) {
        return Bench.direct("judge")
                .with(new Preparation(
                        ownAnswer, contexts.stream().map(PromptTemplate::parse).toList(), tools, mostUses));
    }

    private static long turns(ChatRequest request) {
        return request.messages().stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .count();
    }

    @Test
    void itsOwnAnswerIsAskedOnceForBothOrdersAndBeforeItSeesAny() {
        Bench bench = Bench.answering(request -> turns(request) == 0 ? "I would say: thus." : TIE);

        Verdict verdict = bench.verdict(judge(true, List.of(), List.of(), 4));

        List<ChatRequest> own =
                bench.asked.stream().filter(one -> turns(one) == 0).toList();
        assertThat(own).hasSize(2);
        assertThat(RequestKey.of(own.get(0))).isEqualTo(RequestKey.of(own.get(1)));
        assertThat(Sight.of(own.get(0)).text()).doesNotContain("because", "dunno");
        assertThat(bench.asked.stream().map(RequestKey::of).map(RequestKey::hex).collect(Collectors.toSet()))
                .hasSize(3);
        assertThat(verdict.judgments()).allSatisfy(judgment -> {
            assertThat(judgment.deliberation().ownAnswer()).contains("I would say: thus.");
            assertThat(judgment.replies()).hasSize(2);
        });
    }

    @Test
    void anEmptyAnswerOfItsOwnIsAnUnreadableJudgment() {
        Bench bench = Bench.answering(request -> "  ");

        Verdict verdict = bench.verdict(judge(true, List.of(), List.of(), 4));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.judgments())
                .allSatisfy(judgment -> assertThat(((Judgment.Unreadable) judgment.opinion()).why())
                        .isEqualTo("its own answer is empty"));
    }

    @Test
    void itJudgesUnderTheContextThatItChose() {
        Bench bench =
                Bench.answering(request -> turns(request) == 0 ? "{\"rationale\": \"r\", \"context\": \"2\"}" : TIE);

        Verdict verdict = bench.verdict(judge(false, List.of("for a child", "for {{prompt}} experts"), List.of(), 4));

        assertThat(Sight.of(bench.asked.get(0)).between("context 2")).isEqualTo("for why? experts");
        assertThat(Bench.last(bench.asked.get(bench.asked.size() - 1)))
                .startsWith("Judge under context 2 and no other.");
        assertThat(verdict.judgments())
                .allSatisfy(judgment ->
                        assertThat(judgment.deliberation().context()).contains("for why? experts"));
    }

    @Test
    void aContextThatDoesNotExistIsAnUnreadableJudgment() {
        Bench bench = Bench.answering(request -> "{\"rationale\": \"r\", \"context\": \"3\"}");

        Verdict verdict = bench.verdict(judge(false, List.of("x", "y"), List.of(), 4));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(((Judgment.Unreadable) verdict.judgments().get(0).opinion()).why())
                .startsWith("it chose no context");
    }

    @Test
    void toolsAreUsedUpToTheBound() {
        Bench bench = Bench.answering(request -> Bench.last(request).contains("Say which answer is better")
                ? TIE
                : "{\"thought\": \"t\", \"action\": \"calculator\", \"input\": \"(1 + 2) * 3\"}");

        Verdict verdict = bench.verdict(judge(false, List.of(), List.of("calculator"), 3));

        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
        assertThat(bench.asked).hasSize(2 * 4);
        assertThat(verdict.judgments())
                .allSatisfy(judgment -> assertThat(judgment.deliberation().uses())
                        .hasSize(3)
                        .allSatisfy(use -> assertThat(use.observation()).isEqualTo("9")));
        ChatRequest last = bench.asked.get(bench.asked.size() - 1);
        assertThat(Bench.last(last)).contains("[observation of calculator ").doesNotContain("[answer A");
    }

    @Test
    void aJudgeThatHasSeenEnoughJudges() {
        Bench bench = Bench.answering(request -> Bench.last(request).contains("Say which answer is better")
                ? TIE
                : "{\"thought\": \"t\", \"action\": \"judge\", \"input\": \"\"}");

        Verdict verdict = bench.verdict(judge(false, List.of(), List.of("calculator", "length"), 3));

        assertThat(bench.asked).hasSize(4);
        assertThat(verdict.judgments())
                .allSatisfy(
                        judgment -> assertThat(judgment.deliberation().uses()).isEmpty());
    }

    @Test
    void aToolsInputKeepsItsBracketsInLines() {
        Bench bench = Bench.answering(request -> {
                    String mark = Sight.of(request).mark();
                    return Bench.last(request).contains("Say which answer is better")
                            ? "r\nVERDICT-" + mark + ": tie"
                            : "t\nACTION-" + mark + ": calculator\nINPUT-" + mark + ": (1 + 2) * (3)";
                })
                .inLines();

        Verdict verdict = bench.verdict(judge(false, List.of(), List.of("calculator"), 1));

        assertThat(verdict.judgments().get(0).deliberation().uses().get(0).input())
                .isEqualTo("(1 + 2) * (3)");
        assertThat(verdict.judgments().get(0).deliberation().uses().get(0).observation())
                .isEqualTo("9");
    }

    @Test
    void allPreparationsAreOneConversation() {
        Bench bench = Bench.answering(request -> switch ((int) turns(request)) {
            case 0 -> "mine";
            case 1 -> "{\"rationale\": \"r\", \"context\": \"1\"}";
            case 2 -> "{\"thought\": \"t\", \"action\": \"length\", \"input\": \"\"}";
            case 3 -> "{\"thought\": \"t\", \"action\": \"judge\", \"input\": \"\"}";
            default -> TIE;
        });

        Verdict verdict = bench.verdict(judge(true, List.of("c"), List.of("length"), 4));

        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
        ChatRequest last = bench.asked.get(bench.asked.size() - 1);
        assertThat(Stream.of("question", "context 1", "answer A", "answer B", "observation of length"))
                .allSatisfy(label -> assertThat(Sight.of(last).between(label)).isNotBlank());
    }

    /** P(True) after its own answer (arXiv 2207.05221, section 3). */
    @Test
    void whoSaysHowLikelyAnAnswerIsRightMayAnswerItselfFirst() {
        Bench bench = Bench.answering(request -> turns(request) == 0 ? "mine" : "A");
        Judge judge = Bench.judge("judge", Form.TRUTH).with(new Preparation(true, List.of(), List.of(), 4));

        Verdict verdict = bench.verdict(judge);

        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
        assertThat(bench.asked).hasSize(4);
    }
}
