package fellowship.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What happens to a file whose structure is damaged: it stays, under another name, with its log. */
final class Damaged {

    private Damaged() {}

    /** Renames {@code x.db} to {@code x.db.damaged-1}, or the first number that is free. */
    static Path setAside(Path path) throws IOException {
        int number = 1;
        while (Files.exists(sibling(path, ".damaged-" + number))) {
            number++;
        }
        Path aside = sibling(path, ".damaged-" + number);
        Files.move(path, aside);
        if (Files.exists(sibling(path, "-wal"))) {
            Files.move(sibling(path, "-wal"), sibling(aside, "-wal"));
        }
        Files.deleteIfExists(sibling(path, "-shm"));
        return aside;
    }

    static Path sibling(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
