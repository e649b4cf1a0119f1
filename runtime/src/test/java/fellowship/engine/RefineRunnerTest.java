package fellowship.engine;

import static fellowship.engine.Fixture.AT;
import static fellowship.engine.Fixture.into;
import static fellowship.engine.Fixture.last;
import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Role;
import fellowship.plan.DatasetType;
import fellowship.plan.Leaf;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RefineRunnerTest {

    private static Plan loop(int atMost, boolean reviewLast, double stopAt, String... critics) {
        Step.Refine refine = new Step.Refine(
                "loop",
                "rows",
                "writer",
                List.of(critics),
                atMost,
                reviewLast,
                Optional.of(
                        new Leaf<>("score", "digest", reply -> ((Number) reply.get("score")).doubleValue() >= stopAt)),
                AT);
        List<fellowship.plan.Agent> agents = new java.util.ArrayList<>();
        agents.add(Fixture.writer("writer"));
        for (String critic : critics) {
            agents.add(Fixture.critic(critic));
        }
        return Fixture.plan(agents, List.of(), refine, into("loop", DatasetType.CRITIQUES));
    }

    private static int turn(ChatRequest request) {
        return (int)
                request.messages().stream().filter(m -> m.role() == Role.USER).count();
    }

    private static boolean isReview(ChatRequest request) {
        return request.schema().isPresent();
    }

    @Test
    void bothConversationsKeepTheirHistory() {
        Fixture models = Fixture.answering(request -> isReview(request)
                ? "{\"score\": " + (4 + turn(request)) + ", \"feedback\": \"f" + turn(request) + "\"}"
                : "draft " + turn(request));

        RowResult result = models.run(loop(3, true, 10, "critic"), Map.of("prompt", "why?"));

        List<Draft> drafts = result.emissions().get(0).row().drafts();
        assertThat(drafts).extracting(Draft::text).containsExactly("draft 1", "draft 2", "draft 3");
        assertThat(drafts).extracting(draft -> draft.score().getAsDouble()).containsExactly(5.0, 6.0, 7.0);
        ChatRequest thirdDraft = models.asked.get(4);
        assertThat(thirdDraft.messages())
                .extracting(message -> message.role().word())
                .containsExactly("user", "assistant", "user", "assistant", "user");
        assertThat(last(thirdDraft)).contains("f2").doesNotContain("f1");
        ChatRequest thirdReview = models.asked.get(5);
        assertThat(thirdReview.messages()).hasSize(5);
        assertThat(last(thirdReview)).contains("updated").contains("draft 3");
    }

    @Test
    void theLastDraftIsNotReviewedWhenThePaperIsFollowed() {
        Fixture models = Fixture.answering(
                request -> isReview(request) ? "{\"score\": 5, \"feedback\": \"f\"}" : "draft " + turn(request));

        RowResult result = models.run(loop(3, false, 10, "critic"), Map.of("prompt", "why?"));

        assertThat(models.asked).hasSize(5);
        assertThat(result.emissions().get(0).row().drafts().get(2).critiques()).isEmpty();
    }

    @Test
    void theStopRuleEndsTheLoop() {
        Fixture models = Fixture.answering(request -> isReview(request)
                ? "{\"score\": " + (7 + turn(request)) + ", \"feedback\": \"f\"}"
                : "draft " + turn(request));

        RowResult result = models.run(loop(5, true, 9, "critic"), Map.of("prompt", "why?"));

        assertThat(result.emissions().get(0).row().drafts()).hasSize(2);
    }

    @Test
    void theWriterSeesTheFeedbackOfAllReviewersNumbered() {
        Fixture models = Fixture.answering(request -> isReview(request)
                ? "{\"score\": 5, \"feedback\": \"from " + request.model().model() + "\"}"
                : "draft " + turn(request));

        models.run(loop(2, false, 10, "one", "two"), Map.of("prompt", "why?"));

        assertThat(last(models.asked.get(3))).contains("Reviewer 1: from one").contains("Reviewer 2: from two");
    }

    @Test
    void aReviewerThatRefusesIsLeftOutAndTheLoopGoesOnWithTheOther() {
        Fixture models = Fixture.with(request -> {
            if (request.model().model().equals("one")) {
                return Mono.error(new ModelException("filtered-output", Reaction.ROW, "withheld"));
            }
            return Mono.just(Fixture.completion(
                    isReview(request) ? "{\"score\": 5, \"feedback\": \"good\"}" : "draft " + turn(request)));
        });

        RowResult result = models.run(loop(2, true, 10, "one", "two"), Map.of("prompt", "why?"));

        List<Draft> drafts = result.emissions().get(0).row().drafts();
        assertThat(drafts).hasSize(2);
        assertThat(drafts.get(0).critiques()).singleElement().satisfies(critique -> assertThat(critique.reviewer())
                .isEqualTo("two"));
    }

    /** Were the row kept, the labels of an outage's rows would rest on fewer reviews, and nobody could ask again. */
    @Test
    void anOutageOfAReviewerRejectsTheRowAlsoInALaterRound() {
        Fixture models = Fixture.with(request -> isReview(request) && turn(request) > 1
                ? Mono.error(new ModelException("server-error", Reaction.ROW, "given up after 4 tries"))
                : Mono.just(Fixture.completion(
                        isReview(request) ? "{\"score\": 5, \"feedback\": \"good\"}" : "draft " + turn(request))));

        RowResult result = models.run(loop(3, true, 10, "one", "two"), Map.of("prompt", "why?"));

        assertThat(result.emissions()).isEmpty();
        assertThat(result.rejections().get(0).reason()).isEqualTo("server-error");
    }

    @Test
    void aRowWhoseOnlyReviewerCannotBeReadIsRejectedWithTheRawAnswer() {
        Fixture models = Fixture.answering(request -> isReview(request) ? "eight of ten" : "draft");

        RowResult result = models.run(loop(3, true, 10, "critic"), Map.of("prompt", "why?"));

        assertThat(result.emissions()).isEmpty();
        Rejection rejection = result.rejections().get(0);
        assertThat(rejection.step()).isEqualTo("loop");
        assertThat(rejection.reason()).isEqualTo("unreadable");
        assertThat(rejection.raw()).isEqualTo("eight of ten");
        assertThat(rejection.calls()).hasSize(2);
    }

    @Test
    void anUnreadableReviewIsAskedForAgainInTheSameConversation() {
        Fixture models = Fixture.answering(request -> !isReview(request)
                ? "draft"
                : turn(request) == 1
                        ? "{\"score\": \"8/10\", \"feedback\": \"f\"}"
                        : "{\"score\": 8, \"feedback\": \"f\"}");

        RowResult result = models.run(loop(2, false, 10, "critic"), Map.of("prompt", "why?"));

        assertThat(result.rejections()).isEmpty();
        assertThat(last(models.asked.get(2))).contains("\"score\" must be a number");
    }
}
