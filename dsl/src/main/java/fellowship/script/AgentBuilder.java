package fellowship.script;

import fellowship.chat.Sampling;
import fellowship.dsl.AgentSpec;
import fellowship.plan.Agent;
import fellowship.plan.SourcePosition;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Fills an agent's block. */
final class AgentBuilder extends BlockBuilder implements AgentSpec {

    AgentBuilder(Origin origin, Problems problems) {
        super(origin, problems);
    }

    @Override
    public void topP(double value) {
        once("topP");
        draw(old -> new Sampling(
                old.temperature(), OptionalDouble.of(value), old.maxTokens(), old.stop(), old.topLogprobs()));
    }

    @Override
    public void stop(String... texts) {
        once("stop");
        draw(old -> new Sampling(old.temperature(), old.topP(), old.maxTokens(), List.of(texts), old.topLogprobs()));
    }

    @Override
    public void system(String template) {
        template("system", template);
    }

    @Override
    public void prompt(String template) {
        template("prompt", template);
    }

    @Override
    public void revise(String template) {
        template("revise", template);
    }

    @Override
    public void again(String template) {
        template("again", template);
    }

    @Override
    public void image(String template) {
        template("image", template);
    }

    <R> BuiltAgent<R> build(String name, Class<R> type, SourcePosition at) {
        if (!said("prompt")) {
            problems.error(at, "agent '" + name + "' has no prompt; add: prompt '''{{prompt}}'''");
        }
        Agent agent = new Agent(
                name,
                role(name),
                sampling,
                templates.get("system"),
                templates.get("prompt").orElseGet(() -> PromptTemplate.parse("")),
                templates.get("revise"),
                templates.get("again"),
                templates.get("image"),
                reply(type, at),
                at);
        return new BuiltAgent<>(agent, type, templates);
    }

    private Optional<ReplyType> reply(Class<?> type, SourcePosition at) {
        if (type == String.class) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReplyTypes.of(type));
        } catch (IllegalArgumentException e) {
            problems.error(at, e);
            return Optional.empty();
        }
    }
}
