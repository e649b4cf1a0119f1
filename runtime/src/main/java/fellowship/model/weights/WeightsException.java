package fellowship.model.weights;

/** The weights are not to be had. The message says what was tried and what can be done. */
public final class WeightsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }
}
