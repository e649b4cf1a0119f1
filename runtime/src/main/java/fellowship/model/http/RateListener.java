package fellowship.model.http;

/** Hears what each answer's headers say about the account's limits. Called on the wire's own threads; must be quick. */
@FunctionalInterface
public interface RateListener {

    /** Hears nothing. */
    RateListener NONE = headers -> {};

    void observed(RateHeaders headers);
}
