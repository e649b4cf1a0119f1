package fellowship.store;

import fellowship.store.JournalTables.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a journal, and mends it first where it is damaged. Where the file's structure is broken, each record that is
 * still what was written moves into a new file; the old one is set aside only when the new one is whole, so this can be
 * cut off anywhere. Where the write-ahead log of a killed process is broken, SQLite keeps what stands before the break;
 * the records after it are put back.
 */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private static final String RESCUE =
            "INSERT INTO completions (id, key, record, discarded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String DISCARD = "UPDATE completions SET discarded = 1 WHERE id = ?";

    /** A log is restarted at 4 MB; one that is far larger is not read into memory. */
    private static final long LARGEST_LOG = 64L << 20;

    private Mending() {}

    static CompletionFile open(Path path) throws SQLException, IOException {
        if (Files.exists(mended(path))) {
            putInPlace(path);
        }
        Map<RequestKey, SavedRow> logged = logged(path);
        CompletionFile file = openOrMend(path);
        putBack(path, file, logged);
        return file;
    }

    private static CompletionFile openOrMend(Path path) throws SQLException, IOException {
        try {
            CompletionFile file = CompletionFile.open(path, JournalTables.SCHEMA);
            if (file.isSound()) {
                return file;
            }
            file.close();
        } catch (SQLException e) {
            if (!CompletionFile.isDamage(e)) {
                throw e;
            }
        }
        mend(path);
        return CompletionFile.open(path, JournalTables.SCHEMA);
    }

    /** What a killed process left in its log; read before SQLite does, which drops all that follows a broken frame. */
    private static Map<RequestKey, SavedRow> logged(Path path) throws IOException {
        Map<RequestKey, SavedRow> rows = new HashMap<>();
        Path log = Damaged.sibling(path, "-wal");
        if (Files.exists(path) && Files.exists(log) && Files.size(log) <= LARGEST_LOG) {
            try (PageScan scan = new PageScan(path)) {
                scan.eachLogged((id, payload) ->
                        SavedRow.of(id, payload).ifPresent(row -> rows.merge(row.key(), row, Mending::newer)));
            }
        }
        return rows;
    }

    private static SavedRow newer(SavedRow one, SavedRow other) {
        return one.id() > other.id() ? one : other;
    }

    private static void putBack(Path path, CompletionFile file, Map<RequestKey, SavedRow> logged) throws SQLException {
        logged.values().removeIf(row -> row.discarded() || file.find(row.key()).isPresent());
        if (logged.isEmpty()) {
            return;
        }
        int back = file.write(to -> {
            int count = 0;
            for (SavedRow row : logged.values()) {
                count += !isDiscarded(to, row) && insert(to, row) ? 1 : 0;
            }
            return count;
        });
        LOG.warn("the log of {} was damaged; {} completions were put back from it", path, back);
    }

    private static boolean isDiscarded(Connection in, SavedRow row) throws SQLException {
        return CompletionFile.number(
                        in,
                        "SELECT count(*) FROM completions WHERE discarded = 1 AND key = x'"
                                + row.key().hex() + "'")
                > 0;
    }

    private static boolean insert(Connection to, SavedRow row) throws SQLException {
        boolean isNew =
                JournalTables.run(to, RESCUE, row.id(), row.key().raw(), row.bytes(), row.discarded() ? 1 : 0) > 0;
        if (isNew) {
            JournalTables.charge(to, 1, row.record().costMicros());
        }
        return isNew;
    }

    private static void mend(Path path) throws SQLException, IOException {
        Path partial = Damaged.sibling(path, ".mended" + WholeFile.PARTIAL);
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Damaged.sibling(partial, suffix));
        }
        long records;
        try (CompletionFile file = CompletionFile.open(partial, JournalTables.SCHEMA)) {
            records = file.write(to -> save(path, to));
        }
        Files.move(partial, mended(path), StandardCopyOption.ATOMIC_MOVE);
        Path aside = putInPlace(path);
        LOG.warn("{} was damaged; {} completions were saved from it, the old file stays as {}", path, records, aside);
    }

    private static long save(Path path, Connection to) throws SQLException {
        try (PageScan scan = new PageScan(path)) {
            scan.each((id, payload) -> {
                SavedRow row = SavedRow.of(id, payload).orElse(null);
                // Of two copies of a discarded row, the one that is not is the older.
                if (row != null && !insert(to, row) && row.discarded()) {
                    JournalTables.run(to, DISCARD, id);
                }
            });
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
        carryOver(path, to);
        return CompletionFile.number(to, "SELECT count(*) FROM completions");
    }

    /** Sums and notes, where SQLite can still read them; else the sums are those of the records, each one call. */
    private static void carryOver(Path path, Connection to) throws SQLException {
        try (CompletionFile old = CompletionFile.open(path, JournalTables.SCHEMA)) {
            for (Map.Entry<String, String> note : old.read(JournalTables::notes).entrySet()) {
                JournalTables.note(to, note.getKey(), note.getValue());
            }
            Totals had = old.read(JournalTables::totals);
            Totals saved = JournalTables.totals(to);
            if (had.micros() >= saved.micros()) {
                JournalTables.charge(to, had.calls() - saved.calls(), had.micros() - saved.micros());
            }
        } catch (SQLException | DiskException e) {
            LOG.debug("neither sums nor notes of {} can be read: {}", path, e.getMessage());
        }
    }

    private static Path putInPlace(Path path) throws IOException {
        Path aside = Files.exists(path) ? Damaged.setAside(path) : path;
        Files.deleteIfExists(Damaged.sibling(path, "-wal"));
        Files.deleteIfExists(Damaged.sibling(path, "-shm"));
        Files.move(mended(path), path, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    private static Path mended(Path path) {
        return Damaged.sibling(path, ".mended");
    }
}
