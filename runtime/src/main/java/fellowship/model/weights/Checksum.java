package fellowship.model.weights;

import fellowship.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Digests of files. */
final class Checksum {

    private Checksum() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }

    /** Deletes a file that has another digest, and says so. */
    static void check(Path file, String wanted) throws IOException {
        String found = of(file);
        if (!found.equals(wanted)) {
            Files.deleteIfExists(file);
            throw new IOException("what came has the SHA-256 " + found + " and not " + wanted + "; it was thrown away");
        }
    }
}
