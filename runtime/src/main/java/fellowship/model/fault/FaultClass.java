package fellowship.model.fault;

/** Where a fault shows. */
public enum FaultClass {
    STATUS("HTTP statuses"),
    ANSWER("Two hundreds that are not answers"),
    STREAM("Streams"),
    BYTES("Bytes and encodings"),
    NETWORK("Network and TLS"),
    OURS("Our own side");

    private final String title;

    FaultClass(String title) {
        this.title = title;
    }

    /** As a heading. */
    public String title() {
        return title;
    }
}
