package fellowship.tally;

import fellowship.judging.Families;
import fellowship.row.Draft;

/**
 * Who wrote a candidate.
 *
 * @param name the agent, or {@code column NAME} for a text from the input
 * @param model the model that says it answered; empty for a text from the input
 * @param family of the model that was asked; empty for a text from the input
 */
public record Writer(String name, String model, String family) {

    static Writer of(Draft draft) {
        return draft.reply()
                .map(reply -> new Writer(
                        reply.agent(),
                        reply.completion().model(),
                        Families.of(reply.model().model())))
                .orElseGet(() -> new Writer("column " + draft.id(), "", ""));
    }

    /** As tables show it: the agent with its model. */
    public String label() {
        return model.isEmpty() ? name : name + " (" + model + ")";
    }
}
