package fellowship.dataset;

import fellowship.store.WholeFile;
import fellowship.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of one text in a run folder. */
public final class TextFile {

    private TextFile() {}

    /**
     * Writes it whole.
     *
     * @param path in the run folder, with {@code /}
     * @throws fellowship.store.DiskException when the disk refuses
     */
    public static WrittenFile write(Path folder, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(path), stream -> stream.write(bytes));
        return new WrittenFile(path, text.lines().count(), bytes.length, Sha256.of(bytes));
    }
}
