package fellowship.export.write;

import fellowship.store.WholeFile;
import java.io.IOException;
import java.util.Map;

/** Rows on their way into one file, which appears whole or not at all. One thread writes. */
interface RowFile extends AutoCloseable {

    /** @throws IllegalArgumentException when the row is not of the file's columns */
    void write(Map<String, Object> row) throws IOException;

    /** Writes what is held back, and makes the file appear; its size in bytes. */
    long commit() throws IOException;

    @Override
    void close();

    /** The file below. */
    static long commit(WholeFile file) {
        long size = file.size();
        file.commit();
        return size;
    }
}
