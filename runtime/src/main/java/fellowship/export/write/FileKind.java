package fellowship.export.write;

/** The kinds of files that rows are written to. */
public enum FileKind {
    JSONL("jsonl"),
    PARQUET("parquet");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    /** As in {@code --format}, and the ending of files. */
    public String word() {
        return word;
    }
}
