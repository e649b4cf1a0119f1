package fellowship.store;

import fellowship.chat.Completion;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;

/**
 * The completions of one run, in the file {@code journal.db} of its folder. A run that goes on finds here what it has
 * already paid for, and so a run is a fold over its journal.
 *
 * <p>A completion is <em>acknowledged</em> once its commit has been synced; neither a kill nor a loss of power takes it
 * away. All that came back is kept, also what was cut, filtered or refused: it was paid for, and a run that goes on
 * must see what it saw before. Compare {@link CompletionCache}, which keeps whole answers only.
 *
 * <p>A record is checked each time it is read. A damaged one is as good as none and is {@linkplain #damaged counted}.
 * A file whose structure is damaged is mended when it is opened: what can be read of it moves into a new file, the old
 * one stays beside it as {@code journal.db.damaged-1}.
 *
 * <p>One journal has one writer: hold the folder's {@link RunLock}. All methods may be called from any thread.
 */
public interface Journal extends AutoCloseable {

    /** The file's name in a run folder. */
    String FILE = "journal.db";

    /**
     * Opens a run's journal, and makes it where it is missing.
     *
     * @throws DiskException when the disk refuses, the folder is on a network file system, or the file has a format
     *     that this version does not read
     */
    static Journal open(Path folder) {
        return JournalFile.open(folder, Committer.thread("journal"));
    }

    /**
     * The same with commits on the given executor, which runs one task at a time. {@code Runnable::run} commits on the
     * thread that appends, one completion at a time, which makes a simulated run repeatable.
     */
    static Journal open(Path folder, Executor commits) {
        return JournalFile.open(folder, Committer.of(commits));
    }

    /**
     * Writes all answers of this run into one file that can be given away.
     *
     * @param models who was asked, by agent or judge, for whoever imports it
     */
    AnswerFile.Written exportTo(Path file, Map<String, String> models);

    /**
     * Takes in all answers of an exported file, also those that were cut or refused: the run that goes on here sees
     * what the exported one saw. They cost this run nothing.
     *
     * @throws AnswerFileException as an error, when the file holds no answers
     */
    Mono<AnswerFile.Read> importFrom(Path file);

    /** What the same request was answered before in this run. */
    Optional<Completion> find(RequestKey key);

    /**
     * Keeps a completion that was just paid for. Ends once it is acknowledged, with what the journal holds for the key:
     * this completion, or the one that was there first, so that all who ask the same see the same.
     *
     * @param costMicros what it cost, in millionths of a US dollar, 0 or more
     */
    Mono<Completion> append(RequestKey key, Completion completion, long costMicros);

    /** Keeps a completion that another call of this run paid for. Ends as the other. */
    Mono<Completion> append(RequestKey key, Completion completion);

    /**
     * Keeps a completion that is on the disk already, since it was read from the cache. Ends at once: it is committed
     * before anything that is appended later, so nothing that was paid for on the strength of it is kept without it.
     *
     * @return the completion; or a {@link DiskException} once a commit has failed
     */
    Mono<Completion> adopt(RequestKey key, Completion completion);

    /** Notes that a call is on its way. Nobody waits; the note goes with the next commit. */
    void sent(RequestKey key);

    /** Notes that a call ended without a completion. Nobody waits. */
    void failed(RequestKey key);

    /**
     * Notes what a call that is about to be sent may cost. Ends once that is acknowledged: from then on it counts, even
     * if this process is killed before an answer comes.
     *
     * @param micros the most that it can cost, in millionths of a US dollar, 0 or more
     */
    Mono<Void> reserve(RequestKey key, long micros);

    /** Notes that a call ended and costs nothing. Nobody waits. */
    void free(RequestKey key);

    /** Notes that a call ended without a completion and may have been billed: it counts as spent. Nobody waits. */
    void charge(RequestKey key, long micros);

    /**
     * Counts as spent what was reserved for the calls that were under way when the last process ended, and forgets that
     * they were: nobody knows whether they were billed, and they are made again. Call it once, before the first call.
     *
     * @return what was reserved, in millionths of a US dollar
     */
    Mono<Long> chargeUnanswered();

    /** From now on these keys are not found, so that their calls are made again. What they cost stays spent. */
    Mono<Void> discard(Collection<RequestKey> keys);

    /**
     * Calls that were sent and neither answered nor failed. Right after opening: those that were under way when the run
     * was cut off; the provider may have charged for them, and they are made again.
     */
    long unanswered();

    /**
     * What the acknowledged completions cost in all, and the calls that may have been billed without one, in millionths
     * of a US dollar, those of earlier processes too.
     */
    long spentMicros();

    /** How many acknowledged completions were paid for, those of earlier processes too; not those from the cache. */
    long calls();

    /** How many completions can be found. */
    long size();

    /** How many reads since opening met a damaged record. */
    long damaged();

    /** A note about the run, for example its plan's fingerprint. */
    Optional<String> note(String name);

    /** Writes a note about the run; ends once it is synced. */
    Mono<Void> note(String name, String value);

    /** Commits what waits, then closes the file. */
    @Override
    void close();
}
