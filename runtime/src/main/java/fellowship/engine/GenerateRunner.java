package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drafts by generators: agents in the order of the script, each with its samples, all asked at once. */
final class GenerateRunner implements StepRunner<Step.Generate> {

    private final Plan plan;
    private final Asking asking;
    private final Pictures pictures;

    GenerateRunner(Plan plan, Asking asking, Pictures pictures) {
        this.plan = plan;
        this.asking = asking;
        this.pictures = pictures;
    }

    @Override
    public Mono<StepResult> run(Step.Generate step, Row row) {
        List<Mono<Reply>> calls = new ArrayList<>();
        for (String name : step.by()) {
            Agent agent = plan.agent(name).orElseThrow();
            List<Message> messages = Questions.opening(agent, row, Map.of(), pictures);
            for (int draw = 0; draw < step.samples(); draw++) {
                calls.add(draft(step.id(), agent, messages, draw));
            }
        }
        return Flux.fromIterable(calls)
                .flatMapSequential(call -> call, calls.size(), 1)
                .collectList()
                .map(replies -> {
                    List<Draft> drafts = new ArrayList<>();
                    for (Reply reply : replies) {
                        drafts.add(Draft.written("d" + (drafts.size() + 1), reply));
                    }
                    return StepResult.of(row.withDrafts(drafts));
                });
    }

    private Mono<Reply> draft(String step, Agent agent, List<Message> messages, int draw) {
        return asking.ask(Drafting.question(agent, messages, draw)).map(asked -> Drafting.reply(step, asked));
    }
}
