package fellowship.cli;

import fellowship.dataset.Making;
import fellowship.text.Nearest;
import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of a workflow.
 *
 * @param path as the user named it
 * @param name what its runs are called
 */
record ScriptFile(Path path, String name) {

    private static final String IN_FOLDER = "workflow.groovy";

    /** @throws CommandException when there is no such script, with the nearest one */
    static ScriptFile find(String script, Terminal terminal) {
        Path path = terminal.folder().resolve(script);
        Path file = Files.isDirectory(path) ? path.resolve(IN_FOLDER) : path;
        if (Files.isRegularFile(file)) {
            return new ScriptFile(shortest(file, terminal), name(file));
        }
        if (Files.isRegularFile(Path.of(path + ".groovy"))) {
            return find(script + ".groovy", terminal);
        }
        String hint = Files.isDirectory(path)
                ? "the folder has no " + IN_FOLDER
                : Nearest.of(String.valueOf(path.getFileName()), beside(path))
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("give the path of a .groovy file, or of a folder with a " + IN_FOLDER);
        throw new CommandException(ExitCode.USAGE, "there is no script '" + script + "'; " + hint);
    }

    /** Told from the working folder where that is this process's too. */
    private static Path shortest(Path file, Terminal terminal) {
        Path told = Path.of(terminal.show(file));
        return told.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize()) ? told : file;
    }

    private static String name(Path file) {
        String own = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().normalize().getParent();
        return own.equals(IN_FOLDER) && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : own.replaceFirst("\\.groovy$", "");
    }

    /** Scripts, and folders that hold one. */
    private static List<String> beside(Path path) {
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of("."));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> file.toString().endsWith(".groovy") || Files.isRegularFile(file.resolve(IN_FOLDER)))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The folder that the plan's paths count from. */
    Path base() {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /** What a card tells of it. */
    Making.Script told() {
        return new Making.Script(String.valueOf(path.getFileName()), Sha256.of(path));
    }
}
