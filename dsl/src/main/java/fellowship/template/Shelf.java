package fellowship.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar, or a folder of classes, with templates in {@code workflows/}. Those of a jar are copied out before they are used:
 * into a folder that is named after their digest, so that the same template is copied once and another one never takes
 * its place.
 *
 * @param place the jar or folder
 * @param copies where copies are kept
 */
record Shelf(Path place, Path copies) {

    private static final String ROOT = "workflows/";

    boolean isJar() {
        return Files.isRegularFile(place);
    }

    List<String> names() {
        try {
            if (!isJar()) {
                return folders(place.resolve(ROOT));
            }
            try (ZipFile jar = new ZipFile(place.toFile())) {
                return jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.matches(ROOT + "[^/]+/" + Template.SCRIPT))
                        .map(name -> name.split("/")[1])
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new TemplateException(place + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folders of a folder that hold a template. */
    static List<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Template::isIn)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TemplateException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folder of one that {@link #names} tells. */
    Path folder(String name) {
        if (!isJar()) {
            return place.resolve(ROOT).resolve(name);
        }
        try (ZipFile jar = new ZipFile(place.toFile())) {
            return copied(name, read(jar, ROOT + name + "/"));
        } catch (IOException e) {
            throw new TemplateException(place + ": '" + name + "' cannot be taken out: " + e.getMessage(), e);
        }
    }

    private SortedMap<String, byte[]> read(ZipFile jar, String prefix) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        for (ZipEntry entry : jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .toList()) {
            String name = entry.getName().substring(prefix.length());
            boolean plain = name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,4}");
            if (!plain || files.size() >= TemplateFiles.MOST_FILES) {
                throw new TemplateException(place + ": a template cannot hold the file '" + entry.getName() + "'");
            }
            try (InputStream in = jar.getInputStream(entry)) {
                byte[] content = in.readNBytes((int) (TemplateFiles.MOST_BYTES - bytes) + 1);
                bytes += content.length;
                if (bytes > TemplateFiles.MOST_BYTES) {
                    throw new TemplateException(place + ": a template holds 64 MB at most");
                }
                files.put(name, content);
            }
        }
        return files;
    }

    private Path copied(String name, SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((file, content) -> digests.put(file, fellowship.text.Sha256.of(content)));
        String digest = new TemplateFiles(digests).digest();
        Path target = copies.resolve(digest.substring(0, 16)).resolve(name);
        if (Files.isDirectory(target)) {
            if (TemplateFiles.of(target).digest().equals(digest)) {
                return target;
            }
            delete(target); // somebody wrote into the copy: what counts is the jar
        }
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempDirectory(target.getParent(), ".new");
        for (var file : files.entrySet()) {
            Path at = fresh.resolve(file.getKey());
            Files.createDirectories(at.getParent());
            Files.write(at, file.getValue());
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(fresh); // another process was faster with the same bytes
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
        return target;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
