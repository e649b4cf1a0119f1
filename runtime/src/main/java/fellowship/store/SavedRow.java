package fellowship.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A row of a journal's completions that was read from a page without SQLite's help, and whose record is still what was
 * written.
 */
record SavedRow(long id, RequestKey key, byte[] bytes, CompletionRecord record, boolean discarded) {

    private static final int NULL = 0;
    private static final int ONE = 9;
    private static final int BLOB = 12;

    /** Reads the four columns: the row's number (kept elsewhere, so null here), key, record, whether discarded. */
    static Optional<SavedRow> of(long id, ByteBuffer payload) {
        try {
            int header = Math.toIntExact(PageScan.varint(payload));
            long number = PageScan.varint(payload);
            long keyType = PageScan.varint(payload);
            long recordType = PageScan.varint(payload);
            boolean discarded = PageScan.varint(payload) == ONE;
            if (number != NULL || keyType != BLOB + 2 * RequestKey.LENGTH || recordType < BLOB) {
                return Optional.empty();
            }
            byte[] key = new byte[RequestKey.LENGTH];
            payload.position(header).get(key);
            byte[] bytes = new byte[Math.min(Math.toIntExact((recordType - BLOB) / 2), payload.remaining())];
            payload.get(bytes);
            RequestKey request = RequestKey.of(key);
            return CompletionRecord.open(request, bytes)
                    .map(record -> new SavedRow(id, request, bytes, record, discarded));
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            return Optional.empty(); // A row of another table, or what is left of one.
        }
    }
}
