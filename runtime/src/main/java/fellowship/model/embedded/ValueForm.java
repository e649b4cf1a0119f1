package fellowship.model.embedded;

/** The form of a value that the model chooses within a JSON text. */
sealed interface ValueForm permits TextForm, NumberForm, ChoiceForm {

    /** Tokens that suffice to write one. */
    int floor();

    /** The value before its first token. */
    Filling start();

    /** A value that is being written. */
    interface Filling {

        /**
         * Goes on by some tokens, or ends the value.
         *
         * @param logits what the model thinks of the place that was reached
         * @param spare tokens that the value may still take
         * @return whether the value is whole; otherwise at least one token was written
         */
        boolean step(Logits logits, Pen pen, int spare);
    }
}
