package fellowship.export;

import fellowship.export.write.ShardedRows;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an export did.
 *
 * @param records how many were read
 * @param rows how many were written
 * @param left how many records gave no row, by the reason's code, and how many rows were there before
 * @param files the data files
 * @param companions names of the files beside them
 */
public record Exported(
        long records, long rows, Map<String, Long> left, List<ShardedRows.Written> files, List<String> companions) {

    public Exported {
        left = Collections.unmodifiableMap(new TreeMap<>(left));
        files = List.copyOf(files);
        companions = List.copyOf(companions);
    }
}
