package fellowship.model.embedded;

/** Decides what one text goes on with. Called by one thread at a time. */
interface Composer {

    /** What is to be read before the first logits are wanted. */
    int[] opening();

    /**
     * Takes the logits of the next wanted place.
     *
     * @return what is to be read before logits are wanted again; the logits after the last of these come next
     */
    int[] next(Logits logits);

    boolean isDone();
}
