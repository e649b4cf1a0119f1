package fellowship.dataset;

import fellowship.row.Deliberation;
import fellowship.row.Judgment;
import fellowship.row.Reply;
import fellowship.row.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What one annotator said once, as plain data. What is not there has no key. */
final class JudgmentFacts {

    private JudgmentFacts() {}

    /** {@code scores} and {@code choice} are in the row's order, whatever the judge saw first. */
    static Map<String, Object> of(Judgment judgment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("annotator", judgment.annotator());
        judgment.reply().ifPresent(reply -> facts.putAll(Facts.reply(reply)));
        facts.put("swapped", judgment.swapped());
        if (judgment.sample() > 0) {
            facts.put("sample", judgment.sample());
        }
        opinion(facts, judgment.opinion());
        Facts.number(facts, "certainty", judgment.certainty());
        if (!judgment.parts().isEmpty()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            judgment.parts().forEach((name, part) -> {
                Map<String, Object> said = new LinkedHashMap<>();
                opinion(said, part);
                parts.put(name, said);
            });
            facts.put("parts", parts);
        }
        deliberation(facts, judgment.deliberation());
        if (judgment.replies().size() > 1) {
            facts.put("calls", judgment.replies().stream().map(Reply::call).toList());
        }
        facts.put("rationale", judgment.rationale());
        return facts;
    }

    /** The same with the order in which it saw the verdict's two candidates. */
    static Map<String, Object> compared(Verdict verdict, Judgment judgment) {
        String first = verdict.first().id();
        String second = verdict.second().id();
        Map<String, Object> facts = of(judgment);
        facts.put("order", judgment.swapped() ? List.of(second, first) : List.of(first, second));
        return facts;
    }

    private static void opinion(Map<String, Object> facts, Judgment.Opinion opinion) {
        if (opinion instanceof Judgment.Score score) {
            Facts.number(facts, "score", OptionalDouble.of(score.value()));
        } else if (opinion instanceof Judgment.Scores scores) {
            facts.put("scores", List.of(scores.first(), scores.second()));
        } else if (opinion instanceof Judgment.Choice choice) {
            facts.put("choice", choice.outcome().name().toLowerCase(Locale.ROOT));
        } else if (opinion instanceof Judgment.Ranking ranking) {
            facts.put("ranking", ranking.order());
        } else if (opinion instanceof Judgment.Steps steps) {
            facts.put("steps", steps.steps().stream().map(JudgmentFacts::step).toList());
            steps.firstError().ifPresent(number -> facts.put("first_error", number));
        } else if (opinion instanceof Judgment.Unreadable unreadable) {
            facts.put("unreadable", unreadable.why());
        }
    }

    private static Map<String, Object> step(Judgment.CheckedStep step) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("text", step.text());
        facts.put("right", step.right());
        step.error().ifPresent(error -> facts.put("error", error));
        return facts;
    }

    private static void deliberation(Map<String, Object> facts, Deliberation deliberation) {
        deliberation.ownAnswer().ifPresent(answer -> facts.put("own_answer", answer));
        deliberation.context().ifPresent(context -> facts.put("context", context));
        if (!deliberation.uses().isEmpty()) {
            facts.put(
                    "tool_uses",
                    deliberation.uses().stream().map(JudgmentFacts::use).toList());
        }
    }

    private static Map<String, Object> use(Deliberation.ToolUse use) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("thought", use.thought());
        facts.put("tool", use.tool());
        facts.put("input", use.input());
        facts.put("observation", use.observation());
        return facts;
    }
}
