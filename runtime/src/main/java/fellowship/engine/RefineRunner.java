package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The feedback loop (Fellowship paper, section 3.2). Generator and reviewers each keep their own conversation. A
 * reviewer that fails gives no feedback: the loop goes on with the others, and ends when none is left.
 */
final class RefineRunner implements StepRunner<Step.Refine> {

    static final PromptTemplate REVISE = PromptTemplate.parse("A reviewer said of your answer:\n\n{{feedback}}\n\n"
            + "Write the improved answer. Give the answer alone, without thanks or remarks.");

    private final Plan plan;
    private final Asking asking;
    private final Pictures pictures;

    RefineRunner(Plan plan, Asking asking, Pictures pictures) {
        this.plan = plan;
        this.asking = asking;
        this.pictures = pictures;
    }

    /** The loop between two drafts. */
    private record Loop(List<Draft> drafts, List<Message> writing, List<Reviewing> reviewers) {}

    /** All reviews of one draft. */
    private record Round(List<Reviewing> reviewers, List<Critique> critiques, List<Rejection> failures) {}

    @Override
    public Mono<StepResult> run(Step.Refine step, Row row) {
        Agent writer = plan.agent(step.writer()).orElseThrow();
        List<Message> opening = Questions.opening(writer, row, Map.of(), pictures);
        List<Reviewing> reviewers = step.reviewers().stream()
                .map(name -> Reviewing.of(plan.agent(name).orElseThrow()))
                .toList();
        return write(step, writer, row, new Loop(List.of(), opening, reviewers));
    }

    private Mono<StepResult> write(Step.Refine step, Agent writer, Row row, Loop loop) {
        return asking.ask(Drafting.question(writer, loop.writing(), 0)).flatMap(asked -> {
            Reply reply = Drafting.reply(step.id(), asked);
            List<Draft> drafts = new ArrayList<>(loop.drafts());
            drafts.add(Draft.written("d" + (drafts.size() + 1), reply));
            List<Message> writing = new ArrayList<>(loop.writing());
            writing.add(Message.assistant(reply.completion().text()));
            return review(step, writer, row, new Loop(drafts, writing, loop.reviewers()));
        });
    }

    private Mono<StepResult> review(Step.Refine step, Agent writer, Row row, Loop loop) {
        boolean last = loop.drafts().size() >= step.atMost();
        if (last && !step.reviewLast()) {
            return Mono.just(StepResult.of(row.withDrafts(loop.drafts())));
        }
        Draft draft = loop.drafts().get(loop.drafts().size() - 1);
        return Flux.fromIterable(loop.reviewers())
                .flatMapSequential(
                        reviewer -> reviewer.review(step.id(), row, draft, asking, pictures),
                        loop.reviewers().size(),
                        1)
                .collectList()
                .map(RefineRunner::round)
                .flatMap(round -> {
                    List<Draft> drafts = new ArrayList<>(loop.drafts());
                    drafts.set(drafts.size() - 1, draft.withCritiques(round.critiques()));
                    Loop reviewed = new Loop(drafts, loop.writing(), round.reviewers());
                    return last || done(step, round)
                            ? end(row, reviewed, round)
                            : write(step, writer, row, revise(writer, row, reviewed, round));
                });
    }

    private static Round round(List<Reviewing.Review> reviews) {
        List<Critique> critiques = new ArrayList<>();
        List<Rejection> failures = new ArrayList<>();
        reviews.forEach(review -> {
            review.critique().ifPresent(critiques::add);
            review.failure().ifPresent(failures::add);
        });
        return new Round(reviews.stream().map(Reviewing.Review::next).toList(), critiques, failures);
    }

    private static boolean done(Step.Refine step, Round round) {
        if (round.critiques().isEmpty()) {
            return true;
        }
        return step.stopWhen()
                .map(leaf -> round.critiques().stream()
                        .allMatch(critique -> leaf.function().test(critique.fields())))
                .orElse(false);
    }

    /** A loop whose only draft nobody could review has nothing to compare: the row is rejected with the reason. */
    private static Mono<StepResult> end(Row row, Loop loop, Round round) {
        if (loop.drafts().size() == 1
                && round.critiques().isEmpty()
                && !round.failures().isEmpty()) {
            return Mono.error(new RejectedException(round.failures().get(0)));
        }
        return Mono.just(StepResult.of(row.withDrafts(loop.drafts())));
    }

    private static Loop revise(Agent writer, Row row, Loop loop, Round round) {
        Map<String, Object> more = new LinkedHashMap<>(joined(round.critiques()));
        more.put("answer", loop.drafts().get(loop.drafts().size() - 1).text());
        List<Message> writing = new ArrayList<>(loop.writing());
        writing.add(Message.user(writer.revise().orElse(REVISE).render(Questions.values(row, more))));
        return new Loop(loop.drafts(), writing, loop.reviewers());
    }

    /** Each field of the replies; those of several reviewers numbered. {@code feedback} is always there. */
    static Map<String, Object> joined(List<Critique> critiques) {
        Set<String> names = new LinkedHashSet<>();
        critiques.forEach(critique -> names.addAll(critique.fields().keySet()));
        Map<String, Object> joined = new LinkedHashMap<>();
        joined.put("feedback", numbered(critiques.stream().map(Critique::text).toList()));
        for (String name : names) {
            joined.put(
                    name,
                    numbered(critiques.stream()
                            .flatMap(critique ->
                                    Optional.ofNullable(critique.fields().get(name)).stream())
                            .map(String::valueOf)
                            .toList()));
        }
        return joined;
    }

    private static String numbered(List<String> texts) {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> lines.add("Reviewer " + (lines.size() + 1) + ": " + text));
        return String.join("\n\n", lines);
    }
}
