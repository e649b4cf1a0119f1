package fellowship.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a play takes place: a folder with the input and the key, one for the run, and what a calm run came to. */
final class Scene implements AutoCloseable {

    private final World world;
    private final Path base;
    private final Path folder;
    private final Calm calm;

    /** What the same world comes to without any disturbance. */
    record Calm(Map<String, String> files, long costMicros, long dearestMicros) {

        static final Calm UNKNOWN = new Calm(Map.of(), 0, 0);
    }

    Scene(World world, Path base, Calm calm, String name) {
        this.world = world;
        this.base = base;
        this.calm = calm;
        this.folder = base.resolve(name);
        try {
            world.writeInput(base);
            if (!Files.exists(keyFile())) {
                Files.writeString(keyFile(), Play.CANARY);
                Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    Path base() {
        return base;
    }

    Path folder() {
        return folder;
    }

    Path keyFile() {
        return base.resolve("key");
    }

    long costMicros() {
        return calm.costMicros();
    }

    /** The most that one call can cost. */
    long dearestMicros() {
        return calm.dearestMicros();
    }

    /** Does something while the run's folder is not to be found under its name. */
    void whileMovedAway(Runnable dying) {
        Path away = folder.resolveSibling(folder.getFileName() + "-as-it-was");
        try {
            Files.move(folder, away);
            dying.run();
            remove(folder);
            Files.move(away, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether rows were rejected that a calm run does not reject. */
    boolean rejectedMore() {
        return !calm.files().isEmpty() && !rejected(files()).isEmpty();
    }

    /** The data sets are there: they are those of a calm run, whole, and without the key. */
    void check(Watch watch, Sabotage sabotage) {
        sabotage.spoil(folder);
        Map<String, String> files = files();
        files.forEach((name, text) -> {
            if (name.endsWith(".partial")) {
                watch.say("half a file is left: " + name);
            }
            if (text.contains(Play.CANARY)) {
                watch.say("the key stands in " + name);
            }
        });
        if (!calm.files().isEmpty() && !calm.files().equals(files)) {
            Map<String, String> missing = new TreeMap<>(calm.files());
            missing.entrySet().removeAll(files.entrySet());
            watch.say("the files differ from a calm run's: " + missing.keySet() + "; rejected: "
                    + rejected(files).stream().findFirst().map(Scene::cut).orElse("nothing more")
                    + first(missing, files));
        }
    }

    private static String first(Map<String, String> missing, Map<String, String> files) {
        for (Map.Entry<String, String> one : missing.entrySet()) {
            String[] calm = one.getValue().split("\n");
            String[] here = files.getOrDefault(one.getKey(), "").split("\n");
            for (int line = 0; line < calm.length; line++) {
                if (line >= here.length || !calm[line].equals(here[line])) {
                    return "; " + one.getKey() + " line " + (line + 1) + ": " + cut(calm[line]) + " / "
                            + (line < here.length ? cut(here[line]) : "nothing");
                }
            }
        }
        return "";
    }

    /** What was rejected here and not in the calm run. */
    private List<String> rejected(Map<String, String> files) {
        List<String> calmly = lines(calm.files());
        return lines(files).stream().filter(line -> !calmly.contains(line)).toList();
    }

    private static List<String> lines(Map<String, String> files) {
        return files.getOrDefault("rejects.jsonl", "").lines().toList();
    }

    private static String cut(String line) {
        return line.length() > 300 ? line.substring(0, 300) : line;
    }

    /** Every file of the run but its journal; of the manifest, what does not depend on the budget. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("journal.db") && !name.startsWith(".")) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    files.put(name, name.equals("manifest.json") ? ledger(text) : text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String ledger(String manifest) {
        int from = manifest.indexOf("\"ledger\"");
        int to = manifest.indexOf("\"plan\"");
        return from < 0 || to < from ? manifest : manifest.substring(from, to);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
