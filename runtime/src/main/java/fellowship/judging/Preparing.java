package fellowship.judging;

import fellowship.ask.Asked;
import fellowship.ask.Asking;
import fellowship.ask.Question;
import fellowship.chat.Message;
import fellowship.plan.Judge;
import fellowship.plan.Marking.Reasons;
import fellowship.prompt.Answer;
import fellowship.prompt.Fence;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import fellowship.row.Deliberation;
import fellowship.row.Reply;
import fellowship.tool.Case;
import fellowship.tool.Tool;
import fellowship.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * What a judge does before it judges: answers for itself, chooses a context, uses tools. Each is a turn of the conversation
 * that the judgment then ends. What does not depend on the candidates is asked in the same words for both orders, so that
 * it is paid once.
 */
final class Preparing {

    /** Looked up once, when a judge first uses one. */
    private static final class Known {
        static final Map<String, Tool> TOOLS = Tools.known();
    }

    private final Judge judge;
    private final Sheet sheet;
    private final Asking asking;
    private final boolean inLines;

    Preparing(Judge judge, Sheet sheet, Asking asking, boolean inLines) {
        this.judge = judge;
        this.sheet = sheet;
        this.asking = asking;
        this.inLines = inLines;
    }

    /**
     * Where the conversation stands.
     *
     * @param history turns that were sent
     * @param pending text that begins the next turn
     * @param shownCandidates whether the candidates were shown
     * @param done what the judge did so far
     * @param replies all that was asked for it
     * @param failure why the preparation came to nothing
     */
    record State(
            List<Message> history,
            String pending,
            boolean shownCandidates,
            Deliberation done,
            List<Reply> replies,
            Optional<String> failure) {

        State answered(Message question, Asked<?> asked, String next, Deliberation more) {
            List<Message> turns = new ArrayList<>(history);
            turns.add(question);
            turns.add(
                    Message.assistant(Fence.harmless(asked.reply().completion().text())));
            return new State(turns, next, shownCandidates, more, and(asked.replies()), Optional.empty());
        }

        State withCandidates() {
            return new State(history, pending, true, done, replies, failure);
        }

        State failed(Asked<?> asked, String why) {
            return new State(history, pending, shownCandidates, done, and(asked.replies()), Optional.of(why));
        }

        List<Message> with(Message turn) {
            List<Message> turns = new ArrayList<>(history);
            turns.add(turn);
            return turns;
        }

        List<Reply> and(List<Reply> more) {
            List<Reply> all = new ArrayList<>(replies);
            all.addAll(more);
            return all;
        }
    }

    Mono<State> prepare(Shown shown) {
        State start = new State(
                List.of(sheet.system()), sheet.question(), false, Deliberation.NONE, List.of(), Optional.empty());
        Mono<State> state = Mono.just(start);
        if (judge.preparation().ownAnswer()) {
            state = state.flatMap(this::ownAnswer);
        }
        if (!judge.preparation().contexts().isEmpty()) {
            state = state.flatMap(this::context);
        }
        if (!judge.preparation().tools().isEmpty()) {
            state = state.flatMap(ready -> ready.failure().isPresent() ? Mono.just(ready) : tools(ready, shown));
        }
        return state;
    }

    private Mono<State> ownAnswer(State state) {
        Message turn = Message.user(state.pending()
                + "\n\nBefore you see anybody's answer, answer the question yourself, as well as you can.");
        return asking.ask(Question.text(judge.name(), judge.model(), judge.sampling(), state.with(turn), 0))
                .map(asked -> asked.answer() instanceof Answer.Read<String> read
                        ? state.answered(
                                turn,
                                asked,
                                "",
                                new Deliberation(
                                        Optional.of(read.value()),
                                        state.done().context(),
                                        state.done().uses()))
                        : state.failed(asked, "its own answer is empty"));
    }

    private Mono<State> context(State state) {
        if (state.failure().isPresent()) {
            return Mono.just(state);
        }
        List<String> contexts = sheet.contexts();
        List<String> numbers = new ArrayList<>();
        StringBuilder text = new StringBuilder(lead(state));
        for (int i = 0; i < contexts.size(); i++) {
            numbers.add(Integer.toString(i + 1));
            text.append(sheet.fence().around("context " + (i + 1), contexts.get(i)))
                    .append("\n\n");
        }
        ReplyForm form = form(new ReplyType(
                "Context", List.of(Field.of(Task.RATIONALE, Field.Kind.TEXT), Field.choice("context", numbers))));
        Message turn = Message.user(text
                + "Choose the context that fits this question best. Give your reasons first.\n\n" + form.instruction());
        return asking.ask(form.question(judge.name(), judge, state.with(turn), 0))
                .map(asked -> {
                    if (!(asked.answer() instanceof Answer.Read<Map<String, Object>> read)) {
                        return state.failed(asked, "it chose no context: " + why(asked));
                    }
                    int chosen = Integer.parseInt(String.valueOf(read.value().get("context")));
                    return state.answered(
                            turn,
                            asked,
                            "Judge under context " + chosen + " and no other.",
                            new Deliberation(
                                    state.done().ownAnswer(),
                                    Optional.of(contexts.get(chosen - 1)),
                                    state.done().uses()));
                });
    }

    private Mono<State> tools(State state, Shown shown) {
        List<Tool> tools = judge.preparation().tools().stream()
                .flatMap(name -> Stream.ofNullable(Known.TOOLS.get(name)))
                .toList();
        List<String> actions = new ArrayList<>(tools.stream().map(Tool::name).toList());
        actions.add("judge");
        StringBuilder help = new StringBuilder("You may use tools before you judge:\n");
        tools.forEach(tool -> help.append("- ")
                .append(tool.name())
                .append(": ")
                .append(tool.help())
                .append('\n'));
        ReplyForm form = form(new ReplyType(
                "Action",
                List.of(
                        Field.of("thought", Field.Kind.TEXT),
                        Field.choice("action", actions),
                        Field.of("input", Field.Kind.TEXT))));
        String text = lead(state) + sheet.candidates(shown) + "\n\n" + help
                + "Say what you want to check, which tool does it and what you give it; or choose judge when you have seen"
                + " enough.\n\n" + form.instruction();
        Case about = new Case(
                sheet.questionText(),
                sheet.reference(),
                shown.drafts().stream().map(draft -> draft.text()).toList());
        return use(state.withCandidates(), Message.user(text), form, tools, about);
    }

    private Mono<State> use(State state, Message turn, ReplyForm form, List<Tool> tools, Case about) {
        return asking.ask(form.question(judge.name(), judge, state.with(turn), 0))
                .flatMap(asked -> {
                    if (!(asked.answer() instanceof Answer.Read<Map<String, Object>> read)) {
                        return Mono.just(state.failed(asked, "it named no tool: " + why(asked)));
                    }
                    String action = String.valueOf(read.value().get("action"));
                    Optional<Tool> tool = tools.stream()
                            .filter(one -> one.name().equals(action))
                            .findFirst();
                    if (tool.isEmpty()) {
                        return Mono.just(state.answered(turn, asked, "", state.done()));
                    }
                    String input = String.valueOf(read.value().get("input"));
                    String observation = tool.get().use(input, about);
                    List<Deliberation.ToolUse> uses =
                            new ArrayList<>(state.done().uses());
                    uses.add(new Deliberation.ToolUse(
                            String.valueOf(read.value().get("thought")), action, input, observation));
                    Deliberation done = new Deliberation(
                            state.done().ownAnswer(), state.done().context(), uses);
                    String seen = sheet.fence().around("observation of " + action, observation);
                    State next = state.answered(turn, asked, seen, done);
                    return uses.size() >= judge.preparation().mostUses()
                            ? Mono.just(next)
                            : use(
                                    next,
                                    Message.user(
                                            seen + "\n\nUse another tool, or choose judge.\n\n" + form.instruction()),
                                    form,
                                    tools,
                                    about);
                });
    }

    private static String lead(State state) {
        return state.pending().isEmpty() ? "" : state.pending() + "\n\n";
    }

    private ReplyForm form(ReplyType type) {
        return new ReplyForm(
                type,
                inLines,
                type.fields().get(0).name(),
                Reasons.FIRST,
                sheet.fence().mark());
    }

    private static String why(Asked<?> asked) {
        return asked.answer() instanceof Answer.Unreadable<?> unreadable ? unreadable.why() : "";
    }
}
