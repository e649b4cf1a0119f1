package fellowship.script;

import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.dsl.PromptFiles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The words that the blocks of agents and judges share. */
class BlockBuilder implements PromptFiles {

    final Origin origin;
    final Problems problems;
    final Templates templates;
    Sampling sampling = Sampling.standard();
    private Optional<String> model = Optional.empty();
    private final Set<String> said = new HashSet<>();

    BlockBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
        this.templates = new Templates(origin, problems);
    }

    public void model(String role) {
        once("model");
        if (role.isBlank()) {
            problems.error(origin.here(), "'model' needs a role or a model reference");
            return;
        }
        try {
            if (ModelRef.isReference(role)) {
                ModelRef.parse(role);
            }
            model = Optional.of(role);
        } catch (IllegalArgumentException e) {
            problems.error(origin.here(), e);
        }
    }

    public void temperature(double value) {
        once("temperature");
        draw(sampling -> sampling.withTemperature(value));
    }

    public void maxTokens(int count) {
        once("maxTokens");
        draw(sampling -> sampling.withMaxTokens(count));
    }

    @Override
    public String file(String path) {
        return new PromptFile(origin, problems).text(path);
    }

    /** The rule for each number stands with {@link Sampling}; here it gets its place. */
    final void draw(UnaryOperator<Sampling> change) {
        try {
            sampling = change.apply(sampling);
        } catch (IllegalArgumentException e) {
            problems.error(origin.here(), e);
        }
    }

    final void template(String word, String text) {
        once(word);
        templates.say(word, text);
    }

    final void once(String word) {
        if (!said.add(word)) {
            problems.error(origin.here(), "'" + word + "' is said twice in this block");
        }
    }

    final boolean said(String word) {
        return said.contains(word);
    }

    final String role(String name) {
        return model.orElse(name);
    }
}
