package fellowship.script;

import fellowship.dsl.Agent;

/**
 * An agent as the script holds it.
 *
 * @param plan what stands in the plan
 * @param type what it replies
 * @param templates its templates, with their places
 */
record BuiltAgent<R>(fellowship.plan.Agent plan, Class<R> type, Templates templates) implements Agent<R> {

    /** The agent behind a handle; there is no other kind of handle. */
    static <R> BuiltAgent<R> of(Agent<R> handle) {
        return (BuiltAgent<R>) handle;
    }

    /** The same under another name. */
    BuiltAgent<R> named(String name) {
        fellowship.plan.Agent renamed = new fellowship.plan.Agent(
                name,
                plan.model(),
                plan.sampling(),
                plan.system(),
                plan.prompt(),
                plan.revise(),
                plan.again(),
                plan.image(),
                plan.reply(),
                plan.at());
        return new BuiltAgent<>(renamed, type, templates);
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String toString() {
        return "agent '" + plan.name() + "'";
    }
}
