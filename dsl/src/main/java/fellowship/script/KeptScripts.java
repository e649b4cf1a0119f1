package fellowship.script;

import fellowship.text.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiled scripts, kept in a folder of the user from one start to the next. An entry is found by the script's text and by
 * all that compiling depends on: the JVM and every file on the class path. What is damaged, or stands in a folder that
 * others may write to, is as if it were not there: the script is compiled, as it would be without the folder.
 */
final class KeptScripts {

    private static final String ENDING = ".script";

    /** Beyond so many the oldest go. */
    private static final int MOST = 256;

    private final Path folder;
    private final String build;

    KeptScripts(Path folder, String build) {
        this.folder = folder;
        this.build = build;
    }

    /** Nothing where the product runs from folders of classes, which say nothing about whether they changed. */
    static Optional<KeptScripts> in(Path folder) {
        return build(System.getProperty("java.class.path", "")).map(build -> new KeptScripts(folder, build));
    }

    /** What compiling depends on besides the text. */
    private static Optional<String> build(String classPath) {
        StringBuilder all = new StringBuilder("1\n" + Runtime.version());
        for (String entry : classPath.split(File.pathSeparator)) {
            File file = new File(entry);
            if (!file.isFile()) {
                return Optional.empty();
            }
            all.append('\n')
                    .append(entry)
                    .append(' ')
                    .append(file.length())
                    .append(' ')
                    .append(file.lastModified());
        }
        return Optional.of(all.toString());
    }

    Optional<CompiledScript> find(ScriptText text) {
        try {
            Path file = file(text);
            return Files.isRegularFile(file) && isPrivate()
                    ? ScriptBytes.read(text, Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a script for later; a disk that refuses costs time only. */
    void keep(CompiledScript script) {
        try {
            makeFolder();
            if (!isPrivate()) {
                return;
            }
            Path partial = Files.createTempFile(folder, "", ".partial");
            try {
                Files.write(partial, ScriptBytes.of(script));
                Files.move(partial, file(script.text()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
            prune();
        } catch (IOException e) {
            // The next start compiles again.
        }
    }

    private Path file(ScriptText text) {
        return folder.resolve(Sha256.of(build + "\n\n" + text.whole()) + ENDING);
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(Optional.ofNullable(folder.getParent()).orElse(folder));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Classes are loaded from here, so nobody else may write here. */
    private boolean isPrivate() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        others.retainAll(view.readAttributes().permissions());
        return others.isEmpty() && view.readAttributes().owner().getName().equals(System.getProperty("user.name"));
    }

    private void prune() throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        if (kept.size() <= MOST) {
            return;
        }
        List<Path> oldest = kept.stream()
                .sorted(java.util.Comparator.comparing(KeptScripts::age))
                .limit(kept.size() - MOST / 2)
                .toList();
        for (Path file : oldest) {
            Files.deleteIfExists(file);
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
