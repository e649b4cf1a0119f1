package fellowship.dataset;

import fellowship.plan.RowType;
import fellowship.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** One walk through one file, row by row, with the digest of what was read. */
final class InputWalk implements AutoCloseable {

    private final InputPlace place;
    private final MessageDigest digest = Sha256.digest();
    private final Counted counted;
    private final ReadRows rows;

    /** @throws InputException when the file cannot be read */
    InputWalk(InputPlace place, RowType type) {
        this.place = place;
        try {
            this.counted = new Counted(new DigestInputStream(Files.newInputStream(place.path()), digest));
            this.rows = begin(type);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ReadRows begin(RowType type) throws IOException {
        try {
            return place.rows(counted, type);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** @throws InputException when the file ends in the middle of something */
    Optional<ReadRow> next() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(new IOException(e.getMessage(), e));
        }
    }

    String origin(ReadRow row) {
        return place.name() + ":" + row.line();
    }

    /** Once all rows are read. */
    InputFile facts(long samples, long badLines) {
        return new InputFile(place.name(), counted.bytes, Sha256.hex(digest.digest()), samples, badLines);
    }

    @Override
    public void close() {
        try {
            counted.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    private InputException unreadable(IOException e) {
        return new InputException(place.name() + " cannot be read: " + e.getMessage());
    }

    /** Counts the bytes of the file as they are read. */
    private static final class Counted extends InputStream {

        private final InputStream in;
        private long bytes;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = in.read(into, from, length);
            bytes += Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
