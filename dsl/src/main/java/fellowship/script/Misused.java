package fellowship.script;

import fellowship.plan.SourcePosition;

/** A mistake after which the workflow cannot be read on. */
final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient SourcePosition at;

    Misused(SourcePosition at, IllegalArgumentException broken) {
        super(broken.getMessage());
        this.at = at;
    }

    SourcePosition at() {
        return at;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
