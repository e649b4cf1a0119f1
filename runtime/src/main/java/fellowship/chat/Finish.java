package fellowship.chat;

/** How a completion ended. Only {@link #COMPLETE} is a whole answer; what is not known is never guessed to be one. */
public enum Finish {
    /** The model stopped by itself. */
    COMPLETE,
    /** Cut at the bound on tokens. */
    LENGTH,
    /** Cut or withheld by a content filter. */
    FILTER,
    /** The model declined, by the provider's own mark. */
    REFUSAL,
    /** The provider sent no state, or one that is not known. */
    UNKNOWN
}
