package fellowship.chat;

/** What a fault asks for. The table that says which fault asks for what is data: {@code faults.json} of the models. */
public enum Reaction {
    /** Try again after a pause that grows. */
    RETRY,
    /** Try again, and send less often: the account's rate is too high. */
    SLOW,
    /** Try again at the time the provider named, which is far: until then it is left alone. */
    WAIT,
    /** Ask once more with a larger bound on tokens; a call that fails so again is given up as its row. */
    FIX,
    /** Give up this row, with the reason; the next row may do. */
    ROW,
    /** Leave this row to a later run, since its provider and not the row is at fault; other rows go on. */
    PARK,
    /** Give up the run: every other call would fail too. It can be resumed once the cause is gone. */
    RUN
}
