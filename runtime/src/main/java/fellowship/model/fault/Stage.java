package fellowship.model.fault;

/** How far a call had come when it failed: this tells what may have been paid for, better than any exception's class. */
public enum Stage {
    /** Nothing was sent. */
    CONNECT,
    /** The request is on its way or sent; nothing has come back. */
    AWAIT,
    /** An answer has begun. */
    BODY,
    /** The answer is whole. */
    ANSWER
}
