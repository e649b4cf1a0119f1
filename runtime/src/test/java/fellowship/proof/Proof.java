package fellowship.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures that the tests measure: printed in one line each, and kept in {@code target/proof} under their name. */
public final class Proof {

    private Proof() {}

    public static void figure(String name, Object value) {
        System.out.println("proof: " + name + " = " + value);
        try {
            Path folder = Files.createDirectories(Path.of("target", "proof"));
            Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-")), value + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
