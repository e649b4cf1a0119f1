package fellowship.hub;

/** The hub refused, or could not be reached. What was sent before can be sent again. */
public final class HubException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean credentials;

    HubException(String message, boolean credentials) {
        super(message);
        this.credentials = credentials;
    }

    /** Whether a token is missing, or is not good for this. */
    public boolean credentials() {
        return credentials;
    }
}
