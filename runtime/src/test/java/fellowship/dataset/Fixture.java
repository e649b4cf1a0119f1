package fellowship.dataset;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.plan.Agent;
import fellowship.plan.Budget;
import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Judge;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Pick;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import fellowship.row.Critique;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.row.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Rows as a feedback loop and a judge leave them, and the plan they come from. */
final class Fixture {

    static final SourcePosition AT = new SourcePosition("loop.groovy", 1, 1);
    static final RowType TASK =
            new RowType("Task", List.of(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT)));
    static final List<Message> ASKED = List.of(Message.system("Be short."), Message.user("Why is the sky blue?"));

    private Fixture() {}

    static Row row(Draft... drafts) {
        Sample sample = new Sample(0, "q1", "prompts.jsonl:1", Map.of("id", "q1", "prompt", "Why is the sky blue?"));
        return Row.of(sample).withDrafts(List.of(drafts));
    }

    static Reply reply(String agent, String text, Finish finish, List<Message> asked, String call) {
        Completion completion = new Completion(
                text, Optional.empty(), finish, Usage.of(3, 2), agent + "-7b", Optional.empty(), List.of());
        return new Reply(agent, ModelRef.parse("embedded:smollm2"), asked, completion, call);
    }

    static Draft draft(String id, String text) {
        return draft(id, text, Finish.COMPLETE);
    }

    static Draft draft(String id, String text, Finish finish) {
        return Draft.written(id, reply("writer", text, finish, ASKED, "c-" + id));
    }

    static Draft scored(String id, String text, double score) {
        return draft(id, text).withJudgment(judgment(new Judgment.Score(score), false, "j-" + id));
    }

    static Draft reviewed(String id, String text, double score) {
        String said = "{\"feedback\":\"Say more.\",\"score\":" + score + "}";
        Reply reply = reply("critic", said, Finish.COMPLETE, List.of(Message.user("Review: " + text)), "r-" + id);
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("feedback", "Say more.");
        fields.put("score", score);
        return draft(id, text)
                .withCritiques(List.of(new Critique("critic", "Say more.", OptionalDouble.of(score), fields, reply)));
    }

    static Judgment judgment(Judgment.Opinion opinion, boolean swapped, String call) {
        Reply reply = reply("referee", "{}", Finish.COMPLETE, List.of(Message.user("Judge.")), call);
        return new Judgment(
                "referee",
                opinion,
                swapped,
                0,
                "A is clearer.",
                OptionalDouble.empty(),
                Map.of(),
                Deliberation.NONE,
                List.of(reply));
    }

    static Verdict verdict(Draft first, Draft second, Outcome outcome, double margin, boolean flipped) {
        return Verdict.of(
                "referee",
                first,
                second,
                outcome,
                margin,
                flipped,
                List.of(
                        judgment(new Judgment.Scores(8, 5), false, "v1"),
                        judgment(new Judgment.Choice(Outcome.FIRST), true, "v2")));
    }

    static Step.Into into(DatasetType type, String name) {
        OptionalDouble atLeast = type == DatasetType.KTO ? OptionalDouble.of(7) : OptionalDouble.empty();
        return new Step.Into("into-" + name, "loop", type, name, atLeast, AT);
    }

    /** A loop whose drafts go into the named kinds of data sets. */
    static Plan plan(boolean paired, DatasetType... types) {
        Agent writer = agent("writer", Optional.empty());
        Agent critic = agent(
                "critic",
                Optional.of(new ReplyType(
                        "Review", List.of(Field.of("feedback", Field.Kind.TEXT), Field.decimal("score", 1, 10)))));
        List<Step> steps = new java.util.ArrayList<>();
        steps.add(new Step.Read("tasks", List.of("prompts.jsonl"), TASK, AT));
        steps.add(new Step.Refine(
                paired ? "refined" : "loop", "tasks", "writer", List.of("critic"), 3, true, Optional.empty(), AT));
        if (paired) {
            steps.add(new Step.Pairs(
                    "loop", "refined", new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.of(1), AT));
        }
        for (DatasetType type : types) {
            steps.add(into(type, type.word() + "_set"));
        }
        return new Plan(
                "feedback-loop",
                "A writer and a critic take turns.",
                List.of(),
                Map.of("drafts", "3"),
                new Budget(OptionalDouble.of(5), OptionalLong.empty()),
                7,
                List.of(writer, critic),
                List.of(),
                steps);
    }

    static Agent agent(String name, Optional<ReplyType> reply) {
        return new Agent(
                name,
                name,
                Sampling.standard(),
                Optional.empty(),
                PromptTemplate.parse("{{prompt}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reply,
                AT);
    }

    static Judge judge(boolean bothOrders) {
        return Judge.standard("referee", "judge", AT).with(new Orders(bothOrders, OrderRule.consistent));
    }

    static ShapeContext context(DatasetType type) {
        return new ShapeContext(into(type, "out"), TASK, false, false, false, "feedback-loop", "f00d", 7);
    }
}
