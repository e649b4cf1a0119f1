package fellowship.plan;

import fellowship.prompt.PromptTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls for one row, and their tokens.
 *
 * @param calls may be a fraction, as a mean
 * @param input tokens sent
 * @param output tokens received
 */
record Asked(double calls, double input, double output) {

    static final Asked NOTHING = new Asked(0, 0, 0);

    /** Tokens of the question that repairs an unreadable reply. */
    static final double REPAIR = 60;

    /** One call; a typed one in the worst case with its repair turn, which sends the conversation and the reply again. */
    static Asked once(double input, double output, boolean typed, Outlook outlook) {
        return typed && outlook == Outlook.WORST
                ? new Asked(2, 2 * input + output + REPAIR, 2 * output)
                : new Asked(1, input, output);
    }

    Asked plus(Asked other) {
        return new Asked(calls + other.calls, input + other.input, output + other.output);
    }

    Asked times(double factor) {
        return new Asked(calls * factor, input * factor, output * factor);
    }

    /** Tokens of a template: its own text and what fills each of its holes, as often as the hole stands there. */
    static double tokens(PromptTemplate template, Map<String, Double> values) {
        Map<String, String> empty = new LinkedHashMap<>();
        template.holes().forEach(hole -> empty.put(hole, ""));
        double own = template.render(empty).length();
        double tokens = own / Outlook.CHARS;
        for (String hole : template.holes()) {
            Map<String, String> one = new LinkedHashMap<>(empty);
            one.put(hole, "x");
            tokens += (template.render(one).length() - own) * values.getOrDefault(hole, 0.0);
        }
        return tokens;
    }

    static double tokens(Optional<PromptTemplate> template, Map<String, Double> values) {
        return template.map(some -> tokens(some, values)).orElse(0.0);
    }

    /** Tokens of an agent's system prompt and first question with its form. */
    static double opening(Agent agent, Map<String, Double> values) {
        return tokens(agent.system(), values) + tokens(agent.prompt(), values) + form(agent);
    }

    /** Tokens of the sentence that names a typed reply's fields; it ends each turn. */
    static double form(Agent agent) {
        return agent.reply()
                .map(reply -> reply.instruction().length() / Outlook.CHARS)
                .orElse(0.0);
    }

    static double reply(Agent agent, Outlook outlook) {
        return outlook.reply(agent.sampling().maxTokens(), agent.reply().isPresent());
    }
}
