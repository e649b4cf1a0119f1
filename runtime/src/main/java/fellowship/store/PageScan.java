package fellowship.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the rows of a damaged SQLite file without asking SQLite: looks at each page by itself, in the file and in its
 * write-ahead log, and takes each table cell that still reads as one. What it finds may be old, doubled or wrong; the
 * digest in each record tells. Layout: <a href="https://www.sqlite.org/fileformat2.html">the SQLite file format</a>.
 */
final class PageScan implements AutoCloseable {

    /** Every file of ours is made with it. */
    static final int PAGE = 4096;

    private static final int FILE_HEADER = 100;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int TABLE_LEAF = 0x0d;
    private static final int MOST_LOCAL = PAGE - 35;
    private static final int LEAST_LOCAL = (PAGE - 12) * 32 / 255 - 23;
    private static final int LARGEST = 256 << 20;

    private final RandomAccessFile file;
    private final RandomAccessFile log;
    private final Map<Integer, Long> logged = new HashMap<>();

    /** Takes a row's number and its payload: SQLite's record format. */
    @FunctionalInterface
    interface Rows<E extends Exception> {
        void row(long id, ByteBuffer payload) throws E;
    }

    PageScan(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        Path beside = Damaged.sibling(path, "-wal");
        this.log = Files.exists(beside) ? new RandomAccessFile(beside.toFile(), "r") : file;
        if (log != file) {
            readLog();
        }
    }

    /** All rows of all tables that have row ids, in page order. */
    <E extends Exception> void each(Rows<E> rows) throws IOException, E {
        long pages = file.length() / PAGE;
        for (int number : logged.keySet()) {
            pages = Math.max(pages, number);
        }
        for (int number = 1; number <= pages; number++) {
            leaf(number, rows);
        }
    }

    /** The rows of the pages in the write-ahead log. */
    <E extends Exception> void eachLogged(Rows<E> rows) throws IOException, E {
        for (int number : new TreeSet<>(logged.keySet())) {
            leaf(number, rows);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        log.close();
    }

    /**
     * The newest logged copy of each page. The log is written again and again from its start; a frame of an older round
     * carries another salt than the first frame.
     */
    private void readLog() throws IOException {
        long salt = read(log, LOG_HEADER, FRAME_HEADER).getLong(8);
        if (read(log, 0, LOG_HEADER).getLong(16) != salt) {
            salt = read(log, LOG_HEADER + FRAME_HEADER + PAGE, FRAME_HEADER).getLong(8); // One of the two is damaged.
        }
        for (long at = LOG_HEADER; at + FRAME_HEADER + PAGE <= log.length(); at += FRAME_HEADER + PAGE) {
            ByteBuffer frame = read(log, at, FRAME_HEADER);
            if (frame.getLong(8) == salt && frame.getInt(0) > 0) {
                logged.put(frame.getInt(0), at + FRAME_HEADER);
            }
        }
    }

    private <E extends Exception> void leaf(int number, Rows<E> rows) throws IOException, E {
        ByteBuffer page = page(number);
        int start = number == 1 ? FILE_HEADER : 0;
        if (page.get(start) != TABLE_LEAF) {
            return;
        }
        int cells = Math.min(Short.toUnsignedInt(page.getShort(start + 3)), PAGE / 4);
        for (int i = 0; i < cells; i++) {
            long id;
            ByteBuffer payload;
            try {
                page.clear().position(Short.toUnsignedInt(page.getShort(start + 8 + 2 * i)));
                int size = Math.toIntExact(varint(page));
                id = varint(page);
                payload = payload(page, size);
            } catch (IllegalArgumentException
                    | IndexOutOfBoundsException
                    | BufferUnderflowException
                    | ArithmeticException e) {
                continue; // Not a cell any more.
            }
            rows.row(id, payload);
        }
    }

    /** What does not fit in a cell goes on in a chain of pages. */
    private ByteBuffer payload(ByteBuffer page, int size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("no cell has " + size + " bytes");
        }
        int local = size;
        if (size > MOST_LOCAL) {
            int fit = LEAST_LOCAL + (size - LEAST_LOCAL) % (PAGE - 4);
            local = fit <= MOST_LOCAL ? fit : LEAST_LOCAL;
        }
        ByteBuffer payload = ByteBuffer.allocate(size);
        payload.put(page.slice().limit(local));
        int next = local < size ? page.getInt(page.position() + local) : 0;
        while (payload.hasRemaining()) {
            ByteBuffer more = page(next);
            next = more.getInt();
            payload.put(more.slice().limit(Math.min(payload.remaining(), PAGE - 4)));
        }
        return payload.flip();
    }

    private ByteBuffer page(int number) throws IOException {
        Long inLog = logged.get(number);
        if (inLog != null) {
            return read(log, inLog, PAGE);
        }
        if (number < 1) {
            throw new IllegalArgumentException("no page " + number);
        }
        return read(file, (number - 1L) * PAGE, PAGE);
    }

    private static ByteBuffer read(RandomAccessFile from, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        from.seek(at);
        for (int got = 0, step; got < length && (step = from.read(bytes, got, length - got)) > 0; got += step) {}
        return ByteBuffer.wrap(bytes);
    }

    /** SQLite's number of one to nine bytes. */
    static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            int next = in.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | in.get() & 0xff;
    }
}
