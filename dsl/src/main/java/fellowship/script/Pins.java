package fellowship.script;

import fellowship.plan.SourcePosition;
import fellowship.text.Sha256;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the files beside a script must be, so that what runs is what somebody looked at: each is held against its digest when
 * its bytes are here, not before.
 *
 * @param digests SHA-256 by the path from the script's folder; empty where any bytes will do
 */
public record Pins(Map<String, String> digests) {

    public Pins {
        digests = Map.copyOf(digests);
    }

    public static Pins none() {
        return new Pins(Map.of());
    }

    /** Whether these bytes of a file are none that was looked at. */
    boolean broken(Path folder, Path file, byte[] bytes) {
        if (digests.isEmpty()) {
            return false;
        }
        String name = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        return !Sha256.of(bytes).equals(digests.get(name));
    }

    static void tell(Problems problems, SourcePosition at, Path file) {
        problems.error(
                at,
                "'" + file.getFileName()
                        + "' is not what somebody looked at: it changed; look at it, and pin it anew: fellowship templates"
                        + " trust");
    }
}
