package fellowship.store;

import java.io.IOException;
import java.nio.file.Path;

/** What a disk says that refuses. */
public final class Broken {

    private Broken() {}

    public static DiskException disk(Path path) {
        return DiskException.of("cannot sync", path, new IOException("simulated"));
    }
}
