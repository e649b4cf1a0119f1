package fellowship.engine;

import fellowship.ask.Asked;
import fellowship.ask.Asking;
import fellowship.ask.Question;
import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.prompt.Answer;
import fellowship.prompt.ReplyType;
import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An agent's reply becomes columns of the row; of several samples each makes a row. All samples are asked at once. */
final class AskRunner implements StepRunner<Shape.Ask> {

    private final Plan plan;
    private final Asking asking;
    private final Pictures pictures;

    AskRunner(Plan plan, Asking asking, Pictures pictures) {
        this.plan = plan;
        this.asking = asking;
        this.pictures = pictures;
    }

    @Override
    public Mono<StepResult> run(Shape.Ask step, Row row) {
        Agent agent = plan.agent(step.agent()).orElseThrow();
        List<Message> messages = Questions.opening(agent, row, Map.of(), pictures);
        return Flux.range(0, step.samples())
                .flatMapSequential(draw -> ask(step, agent, messages, row, draw), Math.min(step.samples(), 256), 1)
                .collectList()
                .map(rows -> new StepResult.Rows(rows));
    }

    private Mono<Row> ask(Shape.Ask step, Agent agent, List<Message> messages, Row row, int draw) {
        Mono<Row> answered = step.into().isPresent()
                ? asking.ask(text(agent, messages, draw)).map(asked -> row.made(columns(step, row, text(step, asked)))
                        .withAsked(asked.replies()))
                : asking.ask(typed(agent, messages, draw))
                        .map(asked -> row.made(columns(step, row, fields(step, asked)))
                                .withAsked(asked.replies()));
        return step.samples() == 1 ? answered : answered.map(made -> made.part(draw + 1));
    }

    private static Question<String> text(Agent agent, List<Message> messages, int draw) {
        return Question.text(agent.name(), agent.model(), agent.sampling(), messages, draw);
    }

    private static Question<Map<String, Object>> typed(Agent agent, List<Message> messages, int draw) {
        Optional<ReplyType> reply = agent.reply();
        return Question.typed(agent.name(), agent.model(), agent.sampling(), messages, reply.orElseThrow(), draw);
    }

    private static Map<String, Object> text(Shape.Ask step, Asked<String> asked) {
        return Map.of(step.into().orElseThrow(), read(step, asked));
    }

    private static Map<String, Object> fields(Shape.Ask step, Asked<Map<String, Object>> asked) {
        return read(step, asked);
    }

    private static <T> T read(Shape.Ask step, Asked<T> asked) {
        if (asked.answer() instanceof Answer.Unreadable<T> unreadable) {
            throw RejectedException.unreadable(step.id(), unreadable.why(), asked);
        }
        return ((Answer.Read<T>) asked.answer()).value();
    }

    private static Map<String, Object> columns(Shape.Ask step, Row row, Map<String, Object> reply) {
        Map<String, Object> all = new LinkedHashMap<>(row.columns());
        all.putAll(reply);
        return LeafRunners.only(step.type(), all);
    }
}
