package fellowship.model.http;

/** What the wire saw go wrong, in the words of the fault table. Never leaves this package. */
final class WireFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mark;

    WireFault(String mark, String message) {
        super(message, null, false, false);
        this.mark = mark;
    }

    String mark() {
        return mark;
    }
}
