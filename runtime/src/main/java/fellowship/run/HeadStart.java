package fellowship.run;

import fellowship.store.Journal;

/**
 * How many rows, from the first on, a run had finished when it was last heard of. It says where new work begins and
 * nothing else: whatever it says, every row is played, and the bytes are the same.
 */
final class HeadStart {

    private static final String NOTE = "finished-rows";

    /** A note for so many rows. */
    private static final int STEP = 500;

    private final Journal journal;
    private final long rows;
    private long finished;

    private HeadStart(Journal journal, long rows) {
        this.journal = journal;
        this.rows = rows;
    }

    static HeadStart of(Journal journal) {
        return new HeadStart(
                journal,
                journal.note(NOTE)
                        .filter(text -> text.matches("\\d{1,15}"))
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    /** What an earlier process noted; 0 when none did. */
    long rows() {
        return rows;
    }

    /** One more row is written. Called by one thread at a time. */
    void finished() {
        finished++;
        if (finished % STEP == 0 && finished > rows) {
            journal.note(NOTE, Long.toString(finished)).subscribe(none -> {}, fault -> {});
        }
    }
}
