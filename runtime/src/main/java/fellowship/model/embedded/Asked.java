package fellowship.model.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One thing that is asked of the model.
 *
 * @param prepare makes the work out of the question, once the model is there; may refuse by throwing
 * @param end completed when the work is done; cancelling it gives the work up
 */
record Asked(Function<LanguageModel, Work> prepare, CompletableFuture<Composer> end) {

    /**
     * @param prompt what is read first; never empty
     * @param composer decides what follows
     * @param most tokens that may follow
     * @param scores whether logits are wanted after each token from the end of the prompt on
     */
    record Work(int[] prompt, Composer composer, int most, boolean scores) {}
}
