package fellowship.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures that tests measure: each is printed in one line, and kept in {@code target/proof} for whoever collects them. */
public final class Proof {

    private Proof() {}

    /** @param name in small letters with hyphens; a file's name */
    public static void figure(String name, Object value) {
        System.out.println("proof: " + name + " = " + value);
        Path folder = Path.of("target", "proof");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-")), value + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
