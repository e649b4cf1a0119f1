package fellowship.export.verify;

import fellowship.text.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file as bytes between line feeds, decoded strictly. */
final class Lines implements AutoCloseable {

    /** @param text empty where the bytes are no UTF-8 */
    record Line(Optional<String> text) {}

    private final InputStream in;

    Lines(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            bytes.write(read);
        }
        return Optional.of(new Line(Utf8.read(bytes.toByteArray())));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
