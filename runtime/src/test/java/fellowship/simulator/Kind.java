package fellowship.simulator;

/** What a provider does wrong for a while. A call meets one kind, at most so often, so that its tries are enough. */
enum Kind {
    SERVER_ERROR(2),
    OVERLOADED(2),
    GATEWAY(2),
    LOST(2),
    CUT(2),
    SLOW(1),
    NOT_JSON(1),
    EMPTY(1),
    REFUSED_SECONDS(4),
    REFUSED_DATE(4),
    REFUSED_NONSENSE(3);

    /** Most times that one call meets it. */
    final int most;

    Kind(int most) {
        this.most = most;
    }

    /** Whether the provider took the call on, so that it may bill it. */
    boolean maybeBilled() {
        return this == CUT || this == SLOW || this == NOT_JSON || this == EMPTY || this == LOST;
    }

    boolean tooFast() {
        return name().startsWith("REFUSED");
    }
}
