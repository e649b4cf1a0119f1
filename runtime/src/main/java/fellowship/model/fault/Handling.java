package fellowship.model.fault;

import fellowship.chat.Reaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the table says is done about a fault, from the first moment to the last. */
public enum Handling {
    /** Sent again after a pause that grows, within the budget for further tries. */
    RETRY(Reaction.RETRY),
    /** Sent again, and the account's rate is lowered. */
    SLOW(Reaction.SLOW),
    /** The provider is left alone until the time that it named. */
    WAIT(Reaction.WAIT),
    /** The request is changed once: more tokens, fewer, another parameter, a fresh key. */
    FIX(Reaction.FIX),
    /** The row is given up, with the reason. */
    ROW(Reaction.ROW),
    /** The run ends, and can be resumed. */
    RUN(Reaction.RUN),
    /** The provider is thought to be down: its rows wait, those of others go on. Many failed calls bring it about, not one. */
    OPEN(Reaction.RETRY),
    /** The answer is kept and marked, and never chosen by default. */
    FLAG(null),
    /** Nothing is wrong. */
    OK(null);

    private final Optional<Reaction> reaction;

    Handling(@Nullable Reaction reaction) {
        this.reaction = Optional.ofNullable(reaction);
    }

    /** What a call that fails so asks for; absent where a call does not fail. */
    Optional<Reaction> reaction() {
        return reaction;
    }
}
