package fellowship.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that brought no answer. Says whether a further try could help, and never carries a key.
 */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Reaction reaction;
    private final transient Optional<Duration> retryAfter;
    private final String raw;

    /**
     * @param reason the reason code of the fault table, for example {@code rate-limited}
     * @param reaction what to do about it
     * @param retryAfter how long the provider asks us to wait
     * @param message what happened and what to do about it, for a person
     * @param raw the first part of what was received, empty when nothing was
     */
    public ModelException(String reason, Reaction reaction, Optional<Duration> retryAfter, String message, String raw) {
        super(message);
        this.reason = reason;
        this.reaction = reaction;
        this.retryAfter = retryAfter;
        this.raw = raw;
    }

    public ModelException(String reason, Reaction reaction, String message) {
        this(reason, reaction, Optional.empty(), message, "");
    }

    public String reason() {
        return reason;
    }

    public Reaction reaction() {
        return reaction;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public String raw() {
        return raw;
    }
}
