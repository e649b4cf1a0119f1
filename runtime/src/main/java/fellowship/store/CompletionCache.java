package fellowship.store;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Completions kept across runs, in one file that several processes may use at once. Only whole answers that the model
 * finished by itself are kept: what was cut, filtered, refused or is blank is asked again by the next run.
 *
 * <p>It saves money and nothing depends on it. What cannot be read is a miss, what cannot be written is dropped and
 * counted, and a damaged file is set aside and begun anew.
 */
public final class CompletionCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CompletionCache.class);

    /** The format stands in the name, so that two versions of the product do not meet in one file. */
    static final String FILE = "completions-1.db";

    /** So many waiting writes are a disk that cannot keep up; more would only fill the memory. */
    private static final int MOST_WAITING = 20_000;

    private static final CompletionFile.Schema SCHEMA =
            new CompletionFile.Schema(1, """
            CREATE TABLE IF NOT EXISTS completions (
                id INTEGER PRIMARY KEY, key BLOB NOT NULL, record BLOB NOT NULL, kept_at INTEGER NOT NULL);
            CREATE UNIQUE INDEX IF NOT EXISTS completions_key ON completions (key);
            """, "SELECT record FROM completions WHERE key = ?", "NORMAL");

    private static final String PUT = "INSERT INTO completions (key, record, kept_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (key) DO UPDATE SET record = excluded.record, kept_at = excluded.kept_at";
    private static final String FORGET = "DELETE FROM completions WHERE key = ?";

    private final Path path;
    private final Clock clock;
    private final CompletionFile file;
    private final Committer committer = Committer.thread("cache");
    private final GroupCommit group;
    private final AtomicLong dropped = new AtomicLong();

    private CompletionCache(Path path, Clock clock, CompletionFile file) {
        this.path = path;
        this.clock = clock;
        this.file = file;
        this.group = new GroupCommit(path, file, committer.executor());
    }

    /**
     * Opens the cache in a folder, and makes it where it is missing.
     *
     * @param clock dates what is kept
     * @throws DiskException when the disk refuses, or the folder is on a network file system
     */
    public static CompletionCache open(Path folder, Clock clock) {
        LocalDisk.require(folder);
        Path path = folder.resolve(FILE);
        try {
            return new CompletionCache(path, clock, openOrBegin(path));
        } catch (SQLException e) {
            throw DiskException.of("cannot open", path, e);
        }
    }

    /** Whether a completion is good enough to answer another run. */
    public static boolean keeps(Completion completion) {
        return completion.finish() == Finish.COMPLETE && !completion.text().isBlank();
    }

    public Optional<Completion> find(RequestKey key) {
        return file.find(key).map(CompletionRecord::completion);
    }

    /** Keeps the completion if it is {@linkplain #keeps good enough}. Nobody waits: it is written soon. */
    public void put(RequestKey key, Completion completion) {
        if (!keeps(completion)) {
            return;
        }
        if (group.waiting() >= MOST_WAITING) {
            dropped.incrementAndGet();
            return;
        }
        long now = clock.instant().getEpochSecond();
        group.submit(connection -> {
                    byte[] record = new CompletionRecord(completion, 0).seal(key);
                    return JournalTables.run(connection, PUT, key.raw(), record, now);
                })
                .subscribe(written -> {}, fault -> dropped.incrementAndGet());
    }

    /** Writes all that is kept into one file that can be given away. */
    public AnswerFile.Written exportTo(Path file) {
        return AnswerWriter.write(file, this.file, "SELECT key, record FROM completions ORDER BY key", Map.of());
    }

    /**
     * Takes in the answers of an exported file that are {@linkplain #keeps good enough}; its own stay where there are
     * two to one request. Ends once all are written.
     *
     * @throws AnswerFileException as an error, when the file holds no answers
     */
    public Mono<AnswerFile.Read> importFrom(Path file) {
        return Mono.defer(() -> new AnswerImport(this::find, this::add, true).from(file))
                .flatMap(read -> group.submit(connection -> read));
    }

    /** Waits for the disk once in a while only. */
    private Mono<?> add(RequestKey key, Completion completion) {
        long now = clock.instant().getEpochSecond();
        byte[] record = new CompletionRecord(completion, 0).seal(key);
        GroupCommit.Change<Integer> insert = connection -> JournalTables.run(connection, PUT, key.raw(), record, now);
        if (group.waiting() >= 1_000 || group.fault().isPresent()) {
            return group.submit(insert);
        }
        group.post(insert);
        return Mono.empty();
    }

    /** Removes these; ends with how many there were. */
    public Mono<Integer> forget(Collection<RequestKey> keys) {
        List<RequestKey> gone = List.copyOf(keys);
        return group.submit(connection -> {
            int removed = 0;
            for (RequestKey key : gone) {
                removed += JournalTables.run(connection, FORGET, (Object) key.raw());
            }
            return removed;
        });
    }

    /** What is kept, by the model that answered, the largest first. */
    public List<CacheShelf> shelves() {
        return read(CacheShelf::all);
    }

    /**
     * Removes what was kept before a date, what a model answered, and what is oldest, until what is left fits.
     *
     * @return ends with what was removed, or would be
     */
    public Mono<CachePruning.Removed> prune(CachePruning pruning) {
        return group.submit(pruning::apply).doOnNext(removed -> {
            if (removed.answers() > 0 && !pruning.dry()) {
                compact();
            }
        });
    }

    /** Gives room back to the disk, unless another process uses the file now: it is then used for what comes next. */
    private void compact() {
        try {
            file.compact();
        } catch (SQLException e) {
            LOG.debug("the cache {} was not compacted: {}", path, e.getMessage());
        }
    }

    /** The file, for people. */
    public Path path() {
        return path;
    }

    /** The length of the file with its log, in bytes. */
    public long bytes() {
        return length(path) + length(Damaged.sibling(path, "-wal"));
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw DiskException.of("cannot read", file, e);
        }
    }

    /** How many completions are kept. */
    public long size() {
        return read(connection -> CompletionFile.number(connection, "SELECT count(*) FROM completions"));
    }

    private <T> T read(CompletionFile.Task<T> task) {
        try {
            return file.read(task);
        } catch (SQLException e) {
            throw DiskException.of("cannot read", path, e);
        }
    }

    /** How many reads since opening met a damaged record. */
    public long damaged() {
        return file.damaged();
    }

    /** How many completions could not be written since opening. */
    public long dropped() {
        return dropped.get();
    }

    /** Writes what waits, then closes the file. */
    @Override
    public void close() {
        committer.close();
        Optional<SQLException> fault = group.fault();
        fault.ifPresent(e -> LOG.warn("the cache {} could not be written: {}", path, e.getMessage()));
        try {
            file.close();
            if (fault.filter(CompletionFile::isDamage).isPresent()) {
                Damaged.setAside(path);
            }
        } catch (SQLException | IOException e) {
            LOG.warn("the cache {} could not be closed: {}", path, e.getMessage());
        }
    }

    private static CompletionFile openOrBegin(Path path) throws SQLException {
        try {
            return CompletionFile.open(path, SCHEMA);
        } catch (SQLException e) {
            if (!CompletionFile.isDamage(e)) {
                throw e;
            }
            LOG.warn("the cache {} is damaged and begun anew; the old file stays beside it", path);
        }
        try {
            Damaged.setAside(path);
        } catch (IOException e) {
            throw DiskException.of("cannot set aside", path, e);
        }
        return CompletionFile.open(path, SCHEMA);
    }
}
