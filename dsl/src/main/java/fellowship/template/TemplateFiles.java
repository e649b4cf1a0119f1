package fellowship.template;

import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a template, each with the digest of its bytes.
 *
 * @param digests SHA-256 by the path from the template's folder, with forward slashes
 */
public record TemplateFiles(SortedMap<String, String> digests) {

    /** Files that a template may have, and bytes that they may hold in all. */
    static final int MOST_FILES = 500;

    static final long MOST_BYTES = 64L << 20;

    public TemplateFiles {
        digests = new TreeMap<>(digests);
    }

    /**
     * All files of a folder, without {@code runs} and what begins with a dot.
     *
     * @throws TemplateException when one cannot be read, is a link, or when they are too many
     */
    public static TemplateFiles of(Path folder) {
        SortedMap<String, String> digests = new TreeMap<>();
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.isEmpty() || name.startsWith("runs/") || name.startsWith(".") || name.contains("/.")) {
                    continue;
                }
                if (Files.isSymbolicLink(file)) {
                    throw new TemplateException(file + " is a link; a template holds its files itself");
                }
                if (Files.isRegularFile(file)) {
                    bytes += Files.size(file);
                    if (bytes > MOST_BYTES || digests.size() >= MOST_FILES) {
                        throw new TemplateException(
                                folder + " is too large for a template: " + MOST_FILES + " files, 64 MB at most");
                    }
                    digests.put(name, Sha256.of(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new TemplateException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        return new TemplateFiles(digests);
    }

    /** One digest for all of them. */
    public String digest() {
        StringBuilder all = new StringBuilder("fellowship-template-1\n");
        digests.forEach(
                (name, digest) -> all.append(digest).append("  ").append(name).append('\n'));
        return Sha256.of(all.toString());
    }

    /** What is otherwise than in an earlier state, by file: {@code changed}, {@code added} or {@code removed}. */
    public SortedMap<String, String> since(Map<String, String> earlier) {
        SortedMap<String, String> changes = new TreeMap<>();
        digests.forEach((name, digest) -> {
            if (!digest.equals(earlier.get(name))) {
                changes.put(name, earlier.containsKey(name) ? "changed" : "added");
            }
        });
        earlier.keySet().stream()
                .filter(name -> !digests.containsKey(name))
                .forEach(name -> changes.put(name, "removed"));
        return changes;
    }
}
