package fellowship.dataset;

import fellowship.store.WholeFile;
import fellowship.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;

/** Lines on their way into a file that appears whole or not at all. One thread writes. */
public final class LineFile implements AutoCloseable {

    private final String path;
    private final WholeFile file;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long rows;

    private LineFile(Path folder, String path) {
        this.path = path;
        this.file = WholeFile.create(folder.resolve(path));
        this.out = file.out();
    }

    /**
     * @param folder the run folder
     * @param path in it, with {@code /}
     * @throws fellowship.store.DiskException here and below, when the disk refuses
     */
    public static LineFile create(Path folder, String path) {
        return new LineFile(folder, path);
    }

    /** A line of strict JSON: maps, lists, texts, finite numbers, booleans. */
    public void json(Map<String, ?> value) {
        write(JsonLine.of(value));
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

    /** Makes the file appear. */
    public WrittenFile commit() {
        long bytes = file.size();
        file.commit();
        return new WrittenFile(path, rows, bytes, Sha256.hex(digest.digest()));
    }

    @Override
    public void close() {
        file.close();
    }
}
