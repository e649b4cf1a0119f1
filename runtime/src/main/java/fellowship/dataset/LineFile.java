package fellowship.dataset;

import fellowship.store.WholeFile;
import fellowship.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Lines on their way into a file that appears whole or not at all. */
final class LineFile implements AutoCloseable {

    private final String path;
    private final WholeFile file;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long rows;

    LineFile(Path folder, String path) {
        this.path = path;
        this.file = WholeFile.create(folder.resolve(path));
        this.out = file.out();
    }

    void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        rows++;
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WrittenFile commit() {
        long bytes = file.size();
        file.commit();
        return new WrittenFile(path, rows, bytes, Sha256.hex(digest.digest()));
    }

    @Override
    public void close() {
        file.close();
    }
}
