package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A writer revises each draft once, in the light of what reviewers said of it, if anybody did. Its own drafts it revises in
 * the conversation they were written in; those of others as if they were its first answer.
 */
final class ReviseRunner implements StepRunner<Shape.Revise> {

    private static final PromptTemplate UNREVIEWED =
            PromptTemplate.parse("Improve your answer. Give the improved answer alone, without thanks or remarks.");

    private final Plan plan;
    private final Asking asking;
    private final Pictures pictures;

    ReviseRunner(Plan plan, Asking asking, Pictures pictures) {
        this.plan = plan;
        this.asking = asking;
        this.pictures = pictures;
    }

    @Override
    public Mono<StepResult> run(Shape.Revise step, Row row) {
        Agent writer = plan.agent(step.writer()).orElseThrow();
        return Flux.fromIterable(row.drafts())
                .flatMapSequential(
                        draft -> asking.ask(Drafting.question(writer, conversation(writer, row, draft), 0)),
                        Math.max(1, row.drafts().size()),
                        1)
                .map(asked -> Drafting.reply(step.id(), asked))
                .collectList()
                .map(replies -> StepResult.of(row.withDrafts(with(row.drafts(), replies))));
    }

    private static List<Draft> with(List<Draft> before, List<Reply> replies) {
        List<Draft> drafts = new ArrayList<>(before);
        replies.forEach(reply -> drafts.add(Draft.written("d" + (drafts.size() + 1), reply)));
        return drafts;
    }

    private List<Message> conversation(Agent writer, Row row, Draft draft) {
        List<Message> messages = new ArrayList<>(draft.reply()
                .filter(reply -> reply.agent().equals(writer.name()))
                .map(Reply::asked)
                .orElseGet(() -> Questions.opening(writer, row, Map.of(), pictures)));
        messages.add(Message.assistant(draft.text()));
        Map<String, Object> more = new LinkedHashMap<>();
        if (!draft.critiques().isEmpty()) {
            more.putAll(RefineRunner.joined(draft.critiques()));
        }
        more.put("answer", draft.text());
        PromptTemplate otherwise = draft.critiques().isEmpty() ? UNREVIEWED : RefineRunner.REVISE;
        messages.add(Message.user(writer.revise().orElse(otherwise).render(Questions.values(row, more))));
        return messages;
    }
}
