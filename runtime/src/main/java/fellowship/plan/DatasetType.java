package fellowship.plan;

/** The kinds of data sets that a script can write. */
public enum DatasetType {
    /** Preference: prompt, chosen, rejected. */
    DPO("dpo"),
    /** Unpaired preference: prompt, completion, label. */
    KTO("kto"),
    /** What reviewers said of drafts. */
    CRITIQUES("critiques"),
    /** Prompt and completion. */
    SFT("sft"),
    /** The rows as they are, with all that steps added. */
    JSONL("jsonl");

    private final String word;

    DatasetType(String word) {
        this.word = word;
    }

    /** The word of scripts and files. */
    public String word() {
        return word;
    }
}
