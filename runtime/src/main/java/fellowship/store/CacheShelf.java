package fellowship.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cache keeps of one model.
 *
 * @param model the name under which it answered; empty for records that are damaged
 * @param answers how many, 1 or more
 * @param bytes of their records
 * @param first when the oldest was kept
 * @param last when the newest was kept
 */
public record CacheShelf(String model, long answers, long bytes, Instant first, Instant last) {

    /** The name of the shelf of damaged records. */
    static final String DAMAGED = "";

    static List<CacheShelf> all(Connection connection) throws SQLException {
        Map<String, CacheShelf> shelves = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT key, record, kept_at FROM completions");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] record = row.getBytes(2);
                Instant kept = Instant.ofEpochSecond(row.getLong(3));
                String model = model(row.getBytes(1), record);
                shelves.merge(model, new CacheShelf(model, 1, record.length, kept, kept), CacheShelf::plus);
            }
        }
        List<CacheShelf> all = new ArrayList<>(shelves.values());
        all.sort(Comparator.comparing((CacheShelf shelf) -> -shelf.bytes).thenComparing(shelf -> shelf.model));
        return all;
    }

    /** Which model's record this is. */
    static String model(byte[] key, byte[] record) {
        return key.length != RequestKey.LENGTH
                ? DAMAGED
                : CompletionRecord.open(RequestKey.of(key), record)
                        .map(opened -> opened.completion().model())
                        .orElse(DAMAGED);
    }

    private CacheShelf plus(CacheShelf more) {
        return new CacheShelf(
                model,
                answers + more.answers,
                bytes + more.bytes,
                first.isBefore(more.first) ? first : more.first,
                last.isAfter(more.last) ? last : more.last);
    }
}
