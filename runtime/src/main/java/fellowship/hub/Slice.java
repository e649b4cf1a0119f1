package fellowship.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream. */
final class Slice extends FilterInputStream {

    private long left;

    Slice(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left < 1) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left < 1) {
            return -1;
        }
        int read = super.read(bytes, from, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
