package fellowship.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file on its way.
 *
 * @param path in the run folder and on the hub, with {@code /}
 * @param file where it is
 * @param bytes its length
 * @param sha256 the digest of its bytes, as hexadecimal
 */
public record Parcel(String path, Path file, long bytes, String sha256) {

    private static final int SAMPLE = 512;

    /** Its first bytes, by which the hub tells text from binary. */
    byte[] sample() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** What git calls it: SHA-1 over a head and the bytes. */
    String gitId() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + bytes + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
