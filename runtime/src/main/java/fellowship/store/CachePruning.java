package fellowship.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to go from a cache; each rule by itself removes. Damaged records go in any case.
 *
 * @param before what was kept before this goes
 * @param model what this model answered goes
 * @param keepBytes the oldest go until the records that are left have no more bytes than this, 0 or more
 * @param dry only counts
 */
public record CachePruning(Optional<Instant> before, Optional<String> model, OptionalLong keepBytes, boolean dry) {

    /**
     * What went.
     *
     * @param answers how many
     * @param bytes of their records
     * @param left answers that stay
     */
    public record Removed(long answers, long bytes, long left) {}

    Removed apply(Connection connection) throws SQLException {
        List<Long> gone = new ArrayList<>();
        long goneBytes = 0;
        long left = 0;
        long leftBytes = 0;
        boolean full = false;
        // The newest first, so that what no longer fits is what is oldest.
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, key, record, kept_at FROM completions ORDER BY kept_at DESC, id DESC");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] record = row.getBytes(3);
                full |= leftBytes + record.length > keepBytes.orElse(Long.MAX_VALUE);
                if (full || goes(CacheShelf.model(row.getBytes(2), record), row.getLong(4))) {
                    gone.add(row.getLong(1));
                    goneBytes += record.length;
                } else {
                    left++;
                    leftBytes += record.length;
                }
            }
        }
        if (!dry) {
            for (long id : gone) {
                JournalTables.run(connection, "DELETE FROM completions WHERE id = ?", id);
            }
        }
        return new Removed(gone.size(), goneBytes, left);
    }

    private boolean goes(String answeredBy, long keptAt) {
        return answeredBy.equals(CacheShelf.DAMAGED)
                || before.filter(date -> keptAt < date.getEpochSecond()).isPresent()
                || model.filter(answeredBy::equals).isPresent();
    }
}
