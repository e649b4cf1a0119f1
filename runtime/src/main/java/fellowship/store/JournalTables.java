package fellowship.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a journal and the statements on them. */
final class JournalTables {

    /**
     * Records are looked up through an index on the key and lie in the order in which they came: an integer row id and
     * a unique index read three times as fast as a table clustered by key. A discarded record keeps its place and its
     * cost and is not in the index.
     */
    static final CompletionFile.Schema SCHEMA =
            new CompletionFile.Schema(1, """
            CREATE TABLE IF NOT EXISTS completions (
                id INTEGER PRIMARY KEY, key BLOB NOT NULL, record BLOB NOT NULL, discarded INTEGER NOT NULL DEFAULT 0);
            CREATE UNIQUE INDEX IF NOT EXISTS completions_key ON completions (key) WHERE discarded = 0;
            CREATE TABLE IF NOT EXISTS sent (key BLOB PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS totals (id INTEGER PRIMARY KEY, calls INTEGER NOT NULL, micros INTEGER NOT NULL);
            INSERT OR IGNORE INTO totals VALUES (1, 0, 0);
            CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            """, "SELECT record FROM completions WHERE key = ? AND discarded = 0", "FULL");

    private JournalTables() {}

    /**
     * The running sums, kept in a row of their own so that opening does not read every record.
     *
     * @param micros millionths of a US dollar
     */
    record Totals(long calls, long micros) {

        Totals plus(long moreCalls, long moreMicros) {
            return new Totals(calls + moreCalls, micros + moreMicros);
        }
    }

    static Totals totals(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT calls, micros FROM totals WHERE id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Totals(row.getLong(1), row.getLong(2)) : new Totals(0, 0);
        }
    }

    static void charge(Connection connection, long calls, long micros) throws SQLException {
        run(connection, "UPDATE totals SET calls = calls + ?, micros = micros + ? WHERE id = 1", calls, micros);
    }

    static Map<String, String> notes(Connection connection) throws SQLException {
        Map<String, String> notes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT name, value FROM notes");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                notes.put(row.getString(1), row.getString(2));
            }
        }
        return notes;
    }

    static Optional<String> note(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM notes WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    static void note(Connection connection, String name, String value) throws SQLException {
        run(connection, "INSERT OR REPLACE INTO notes VALUES (?, ?)", name, value);
    }

    static void discard(Connection connection, List<RequestKey> keys) throws SQLException {
        for (RequestKey key : keys) {
            run(connection, "UPDATE completions SET discarded = 1 WHERE key = ? AND discarded = 0", (Object) key.raw());
        }
    }

    /** How many rows it changed. */
    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
