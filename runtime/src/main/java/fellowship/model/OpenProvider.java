package fellowship.model;

import fellowship.chat.ChatModel;

/**
 * A model that can be asked.
 *
 * @param model answers
 * @param checking finds out before the first call what can be known, for example that a key is missing
 * @param closing gives up connections and memory
 */
public record OpenProvider(ChatModel model, Runnable checking, Runnable closing) implements AutoCloseable {

    /** @throws fellowship.chat.ModelException with reaction RUN, saying what is missing and where to set it */
    public void check() {
        checking.run();
    }

    @Override
    public void close() {
        closing.run();
    }
}
