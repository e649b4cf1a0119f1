package fellowship.plan;

import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.text.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every hole of a prompt has something to fill it, wherever the prompt is used: the row's columns; for a reviewer the
 * {@code answer} too; for a revision {@code answer}, {@code feedback} and the reviewers' fields.
 */
final class HoleChecks {

    private final Plan plan;
    private final Problems problems;
    private final Map<String, Upstream> after;

    HoleChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.after = Upstream.of(plan);
    }

    void check() {
        for (Step step : plan.steps()) {
            Optional<RowType> type = step.input().map(after::get).map(Upstream::type);
            type.ifPresent(columns -> step(step, columns.names()));
        }
    }

    private void step(Step step, List<String> columns) {
        if (step instanceof Step.Generate generate) {
            generate.by().forEach(name -> asked(name, columns));
        } else if (step instanceof Shape.Ask ask) {
            asked(ask.agent(), columns);
        } else if (step instanceof Shape.Review review) {
            review.reviewers().forEach(name -> reviewer(name, with(columns, "answer")));
        } else if (step instanceof Shape.Revise revise) {
            asked(revise.writer(), columns);
            plan.agent(revise.writer())
                    .ifPresent(writer ->
                            holes(writer.revise(), "revise of '" + writer.name() + "'", writer, said(revise, columns)));
        } else if (step instanceof Step.Refine refine) {
            asked(refine.writer(), columns);
            Set<String> revising = with(columns, "answer", "feedback");
            revising.addAll(fields(refine.reviewers()));
            plan.agent(refine.writer())
                    .ifPresent(writer -> holes(writer.revise(), "revise of '" + writer.name() + "'", writer, revising));
            refine.reviewers().forEach(name -> reviewer(name, with(columns, "answer")));
        } else {
            Annotating.by(step).ifPresent(name -> plan.judgesOf(name).forEach(judge -> judge(judge, columns)));
        }
    }

    /** What fills a revision: what reviewers said on the way to it, if they did. */
    private Set<String> said(Step revise, List<String> columns) {
        Set<String> said = with(columns, "answer");
        Optional<Step> above = revise.input().flatMap(plan::step);
        while (above.isPresent() && !(above.get() instanceof Step.Mapped || above.get() instanceof Shape.Explode)) {
            List<String> reviewers = above.get() instanceof Shape.Review review
                    ? review.reviewers()
                    : above.get() instanceof Step.Refine refine ? refine.reviewers() : List.of();
            if (!reviewers.isEmpty()) {
                said.add("feedback");
                said.addAll(fields(reviewers));
            }
            above = above.get().input().flatMap(plan::step);
        }
        return said;
    }

    private List<String> fields(List<String> reviewers) {
        return reviewers.stream()
                .flatMap(name -> plan.agent(name).stream())
                .flatMap(agent -> agent.reply().stream())
                .flatMap(reply -> reply.fields().stream())
                .map(Field::name)
                .toList();
    }

    private void asked(String name, List<String> columns) {
        plan.agent(name).ifPresent(agent -> prompts(agent, new LinkedHashSet<>(columns)));
    }

    private void reviewer(String name, Set<String> values) {
        plan.agent(name).ifPresent(agent -> {
            prompts(agent, values);
            holes(agent.again(), "again of '" + name + "'", agent, values);
        });
    }

    private void prompts(Agent agent, Set<String> values) {
        holes(agent.system(), "system of '" + agent.name() + "'", agent, values);
        holes(Optional.of(agent.prompt()), "prompt of '" + agent.name() + "'", agent, values);
        holes(agent.image(), "image of '" + agent.name() + "'", agent, values);
    }

    private void judge(Judge judge, List<String> columns) {
        Set<String> values = new LinkedHashSet<>(columns);
        String whose = " of '" + judge.name() + "'";
        Brief brief = judge.brief();
        holes(brief.criteria(), "criteria" + whose, judge.at(), values);
        holes(Optional.of(brief.question()), "question" + whose, judge.at(), values);
        holes(brief.reference(), "reference" + whose, judge.at(), values);
        holes(brief.persona(), "persona" + whose, judge.at(), values);
        judge.preparation()
                .contexts()
                .forEach(context -> holes(Optional.of(context), "contexts" + whose, judge.at(), values));
    }

    private void holes(Optional<PromptTemplate> template, String where, Agent agent, Set<String> values) {
        holes(template, where, agent.at(), values);
    }

    private void holes(Optional<PromptTemplate> template, String where, SourcePosition at, Set<String> values) {
        template.stream()
                .flatMap(prompt -> prompt.holes().stream())
                .filter(hole -> !values.contains(hole))
                .forEach(hole -> problems.error(
                        at,
                        "the hole {{" + hole + "}} in the " + where + " has nothing to fill it; "
                                + Nearest.hint(hole, values)));
    }

    private static Set<String> with(List<String> columns, String... more) {
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(List.of(more));
        return all;
    }
}
