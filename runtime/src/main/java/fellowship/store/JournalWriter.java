package fellowship.store;

import fellowship.chat.Completion;
import fellowship.store.JournalTables.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What changes a journal. Each change runs on the committing thread, whose statements are kept between groups. */
final class JournalWriter {

    private static final String INSERT = "INSERT INTO completions (key, record) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String REPLACE = "UPDATE completions SET record = ?2 WHERE key = ?1 AND discarded = 0";
    private static final String CHARGE = "UPDATE totals SET calls = calls + ?, micros = micros + ? WHERE id = 1";
    private static final String SENT = "INSERT OR IGNORE INTO sent VALUES (?)";
    private static final String ENDED = "DELETE FROM sent WHERE key = ?";

    private static final String RESERVE = "INSERT OR REPLACE INTO notes VALUES (?, ?)";
    private static final String FREE = "DELETE FROM notes WHERE name = ?";

    /** Reservations are notes, which files of every version of the format have. */
    private static final String RESERVED = "reserved ";

    private static final String ALL_RESERVED = "FROM notes WHERE name GLOB 'reserved *'";

    /** So many changes may wait before those that nobody waits for are waited for too. */
    private static final int MOST_AHEAD = 8_192;

    private final GroupCommit group;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private volatile Totals totals;

    JournalWriter(GroupCommit group, Totals totals) {
        this.group = group;
        this.totals = totals;
    }

    Totals totals() {
        return totals;
    }

    int groups() {
        return group.groups();
    }

    Mono<Completion> append(RequestKey key, CompletionRecord record, int calls) {
        if (record.costMicros() < 0) {
            throw new IllegalArgumentException("a cost must be 0 or more, was " + record.costMicros());
        }
        return Mono.fromCallable(() -> record.seal(key))
                .flatMap(bytes -> group.submit(connection -> append(connection, key, record, bytes, calls)))
                .doOnNext(kept -> charge(calls, record.costMicros()));
    }

    /**
     * Changes are committed in the order in which they come: whatever is paid for on the strength of this completion is
     * on the disk only if this is too. So nobody waits for it, unless the disk has fallen far behind.
     */
    Mono<Completion> adopt(RequestKey key, Completion completion) {
        CompletionRecord record = new CompletionRecord(completion, 0);
        if (group.fault().isPresent() || group.waiting() >= MOST_AHEAD) {
            return append(key, record, 0);
        }
        return Mono.fromCallable(() -> {
            byte[] bytes = record.seal(key);
            group.post(connection -> append(connection, key, record, bytes, 0));
            return completion;
        });
    }

    void sent(RequestKey key) {
        group.post(connection -> update(connection, SENT, key.raw()));
    }

    void failed(RequestKey key) {
        group.post(connection -> update(connection, ENDED, key.raw()));
    }

    private static String reserved(RequestKey key) {
        return RESERVED + key.hex();
    }

    Mono<Void> reserve(RequestKey key, long micros) {
        return group.submit(connection -> update(connection, RESERVE, reserved(key), Long.toString(micros)))
                .then();
    }

    void free(RequestKey key) {
        group.post(connection -> update(connection, FREE, reserved(key)));
    }

    void charge(RequestKey key, long micros) {
        charge(1, micros);
        group.post(connection -> {
            update(connection, FREE, reserved(key));
            return update(connection, CHARGE, 1, micros);
        });
    }

    /** What was under way when the last process ended is spent from now on. */
    Mono<Totals> chargeReserved() {
        return group.submit(connection -> {
                    long calls = CompletionFile.number(connection, "SELECT count(*) " + ALL_RESERVED);
                    long micros = CompletionFile.number(
                            connection, "SELECT coalesce(sum(CAST(value AS INTEGER)), 0) " + ALL_RESERVED);
                    JournalTables.charge(connection, calls, micros);
                    JournalTables.run(connection, "DELETE " + ALL_RESERVED);
                    JournalTables.run(connection, "DELETE FROM sent");
                    return new Totals(calls, micros);
                })
                .doOnNext(late -> charge((int) late.calls(), late.micros()));
    }

    Mono<Void> discard(List<RequestKey> keys) {
        return group.submit(connection -> {
                    JournalTables.discard(connection, keys);
                    return keys.size();
                })
                .then();
    }

    Mono<Void> note(String name, String value) {
        return group.submit(connection -> {
                    JournalTables.note(connection, name, value);
                    return name;
                })
                .then();
    }

    private Completion append(Connection connection, RequestKey key, CompletionRecord record, byte[] bytes, int calls)
            throws SQLException {
        Completion kept = record.completion();
        if (update(connection, INSERT, key.raw(), bytes) == 0) {
            Optional<CompletionRecord> first = find(connection, key);
            if (first.isPresent()) {
                kept = first.get().completion();
            } else {
                update(connection, REPLACE, key.raw(), bytes);
            }
        }
        update(connection, ENDED, key.raw());
        update(connection, FREE, reserved(key));
        if (calls > 0) {
            update(connection, CHARGE, calls, record.costMicros());
        }
        return kept;
    }

    private synchronized void charge(int calls, long micros) {
        totals = totals.plus(calls, micros);
    }

    private Optional<CompletionRecord> find(Connection connection, RequestKey key) throws SQLException {
        PreparedStatement select = prepared(connection, JournalTables.SCHEMA.find());
        select.setBytes(1, key.raw());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? CompletionRecord.open(key, row.getBytes(1)) : Optional.empty();
        }
    }

    private int update(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared(connection, sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }
}
