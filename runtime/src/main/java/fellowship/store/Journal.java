package fellowship.store;

import fellowship.chat.Completion;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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
public final class Journal implements AutoCloseable {

    /** The file's name in a run folder. */
    public static final String FILE = "journal.db";

    private final Path path;
    private final CompletionFile file;
    private final Committer committer;
    private final JournalWriter writer;

    private Journal(Path path, CompletionFile file, Committer committer) throws SQLException {
        this.path = path;
        this.file = file;
        this.committer = committer;
        this.writer =
                new JournalWriter(new GroupCommit(path, file, committer.executor()), file.read(JournalTables::totals));
    }

    /**
     * Opens a run's journal, and makes it where it is missing.
     *
     * @throws DiskException when the disk refuses, the folder is on a network file system, or the file has a format
     *     that this version does not read
     */
    public static Journal open(Path folder) {
        return open(folder, Committer.thread("journal"));
    }

    /**
     * The same with commits on the given executor, which runs one task at a time. {@code Runnable::run} commits on the
     * thread that appends, one completion at a time, which makes a simulated run repeatable.
     */
    public static Journal open(Path folder, Executor commits) {
        return open(folder, Committer.of(commits));
    }

    private static Journal open(Path folder, Committer committer) {
        LocalDisk.require(folder);
        Path path = folder.resolve(FILE);
        try {
            return new Journal(path, Mending.open(path), committer);
        } catch (SQLException | IOException e) {
            committer.close();
            throw DiskException.of("cannot open", path, e);
        }
    }

    /**
     * Writes all answers of this run into one file that can be given away.
     *
     * @param models who was asked, by agent or judge, for whoever imports it
     */
    public AnswerFile.Written exportTo(Path file, Map<String, String> models) {
        String query = "SELECT key, record FROM completions WHERE discarded = 0 ORDER BY key";
        return AnswerWriter.write(file, this.file, query, models);
    }

    /**
     * Takes in all answers of an exported file, also those that were cut or refused: the run that goes on here sees
     * what the exported one saw. They cost this run nothing.
     *
     * @throws AnswerFileException as an error, when the file holds no answers
     */
    public Mono<AnswerFile.Read> importFrom(Path file) {
        return Mono.defer(() -> new AnswerImport(this::find, this::adopt, false).from(file));
    }

    /** What the same request was answered before in this run. */
    public Optional<Completion> find(RequestKey key) {
        return file.find(key).map(CompletionRecord::completion);
    }

    /**
     * Keeps a completion that was just paid for. Ends once it is acknowledged, with what the journal holds for the key:
     * this completion, or the one that was there first, so that all who ask the same see the same.
     *
     * @param costMicros what it cost, in millionths of a US dollar, 0 or more
     */
    public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
        return writer.append(key, new CompletionRecord(completion, costMicros), 1);
    }

    /** Keeps a completion that another call of this run paid for. Ends as the other. */
    public Mono<Completion> append(RequestKey key, Completion completion) {
        return writer.append(key, new CompletionRecord(completion, 0), 0);
    }

    /**
     * Keeps a completion that is on the disk already, since it was read from the cache. Ends at once: it is committed
     * before anything that is appended later, so nothing that was paid for on the strength of it is kept without it.
     *
     * @return the completion; or a {@link DiskException} once a commit has failed
     */
    public Mono<Completion> adopt(RequestKey key, Completion completion) {
        return Mono.defer(() -> writer.adopt(key, completion));
    }

    /** Notes that a call is on its way. Nobody waits; the note goes with the next commit. */
    public void sent(RequestKey key) {
        writer.sent(key);
    }

    /** Notes that a call ended without a completion. Nobody waits. */
    public void failed(RequestKey key) {
        writer.failed(key);
    }

    /**
     * Notes what a call that is about to be sent may cost. Ends once that is acknowledged: from then on it counts, even
     * if this process is killed before an answer comes.
     *
     * @param micros the most that it can cost, in millionths of a US dollar, 0 or more
     */
    public Mono<Void> reserve(RequestKey key, long micros) {
        return writer.reserve(key, micros);
    }

    /** Notes that a call ended and costs nothing. Nobody waits. */
    public void free(RequestKey key) {
        writer.free(key);
    }

    /** Notes that a call ended without a completion and may have been billed: it counts as spent. Nobody waits. */
    public void charge(RequestKey key, long micros) {
        writer.charge(key, micros);
    }

    /**
     * Counts as spent what was reserved for the calls that were under way when the last process ended, and forgets that
     * they were: nobody knows whether they were billed, and they are made again. Call it once, before the first call.
     *
     * @return what was reserved, in millionths of a US dollar
     */
    public Mono<Long> chargeUnanswered() {
        return writer.chargeReserved().map(JournalTables.Totals::micros);
    }

    /** From now on these keys are not found, so that their calls are made again. What they cost stays spent. */
    public Mono<Void> discard(Collection<RequestKey> keys) {
        return writer.discard(List.copyOf(keys));
    }

    /**
     * Calls that were sent and neither answered nor failed. Right after opening: those that were under way when the run
     * was cut off; the provider may have charged for them, and they are made again.
     */
    public long unanswered() {
        return count("SELECT count(*) FROM sent");
    }

    /**
     * What the acknowledged completions cost in all, and the calls that may have been billed without one, in millionths
     * of a US dollar, those of earlier processes too.
     */
    public long spentMicros() {
        return writer.totals().micros();
    }

    /** How many acknowledged completions were paid for, those of earlier processes too; not those from the cache. */
    public long calls() {
        return writer.totals().calls();
    }

    /** How many completions can be found. */
    public long size() {
        return count("SELECT count(*) FROM completions WHERE discarded = 0");
    }

    /** How many reads since opening met a damaged record. */
    public long damaged() {
        return file.damaged();
    }

    /** A note about the run, for example its plan's fingerprint. */
    public Optional<String> note(String name) {
        return read(connection -> JournalTables.note(connection, name));
    }

    /** Writes a note about the run; ends once it is synced. */
    public Mono<Void> note(String name, String value) {
        return writer.note(name, value);
    }

    /** Commits what waits, then closes the file. */
    @Override
    public void close() {
        committer.close();
        try {
            file.close();
        } catch (SQLException e) {
            throw DiskException.of("cannot close", path, e);
        }
    }

    /** Transactions since opening, to see how well they group. */
    int groups() {
        return writer.groups();
    }

    private long count(String query) {
        return read(connection -> CompletionFile.number(connection, query));
    }

    private <T> T read(CompletionFile.Task<T> task) {
        try {
            return file.read(task);
        } catch (SQLException e) {
            throw DiskException.of("cannot read", path, e);
        }
    }
}
