package fellowship.store;

import fellowship.store.JournalTables.Totals;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a journal, and mends it first where its structure is damaged: each record that is still what was written moves
 * into a new file. The old file is set aside only when the new one is whole, so this can be cut off anywhere.
 */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private static final String RESCUE =
            "INSERT INTO completions (id, key, record, discarded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String DISCARD = "UPDATE completions SET discarded = 1 WHERE id = ?";

    private Mending() {}

    static CompletionFile open(Path path) throws SQLException, IOException {
        if (Files.exists(mended(path))) {
            putInPlace(path);
        }
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

    private static void mend(Path path) throws SQLException, IOException {
        Path partial = Damaged.sibling(path, ".mended" + WholeFile.PARTIAL);
        delete(partial);
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
            scan.each((id, payload) -> rescue(to, id, payload));
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
        carryOver(path, to);
        return CompletionFile.number(to, "SELECT count(*) FROM completions");
    }

    /** A row of four columns, the second of them a key and the third a record that opens with it. */
    private static void rescue(Connection to, long id, ByteBuffer payload) throws SQLException {
        byte[] key = new byte[RequestKey.LENGTH];
        byte[] record;
        boolean discarded;
        try {
            int header = Math.toIntExact(PageScan.varint(payload));
            long none = PageScan.varint(payload);
            long keyType = PageScan.varint(payload);
            long recordType = PageScan.varint(payload);
            discarded = PageScan.varint(payload) == 9;
            if (none != 0 || keyType != 12 + 2 * RequestKey.LENGTH || recordType < 12 || recordType % 2 != 0) {
                return;
            }
            payload.position(header).get(key);
            record = new byte[Math.min(Math.toIntExact((recordType - 12) / 2), payload.remaining())];
            payload.get(record);
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            return; // A row of another table, or what is left of one.
        }
        Optional<CompletionRecord> whole = CompletionRecord.open(RequestKey.of(key), record);
        if (whole.isEmpty()) {
            return;
        }
        if (JournalTables.run(to, RESCUE, id, key, record, discarded ? 1 : 0) > 0) {
            JournalTables.charge(to, 1, whole.get().costMicros());
        } else if (discarded) { // The copy that was met first is the older one.
            JournalTables.run(to, DISCARD, id);
        }
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

    private static void delete(Path database) throws IOException {
        Files.deleteIfExists(database);
        Files.deleteIfExists(Damaged.sibling(database, "-wal"));
        Files.deleteIfExists(Damaged.sibling(database, "-shm"));
    }
}
