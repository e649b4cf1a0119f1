package fellowship.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a test has measured, in one line: printed, and kept in {@code target/proof} for whoever puts the figures together. */
public final class Proof {

    private Proof() {}

    /** @param name unique in the product, of letters, digits, dots and dashes */
    public static void figure(String name, Object value) {
        String line = "proof: " + name + " = " + value;
        System.out.println(line);
        Path file = Path.of("target", "proof", name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
