package fellowship.cli;

import fellowship.dataset.Making;
import fellowship.template.Template;
import fellowship.template.TemplateException;
import fellowship.text.Nearest;
import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of a workflow.
 *
 * @param path as the user named it
 * @param name what its runs are called
 * @param template the template it belongs to, if it does
 */
record ScriptFile(Path path, String name, Optional<Template> template) {

    private static final String IN_FOLDER = "workflow.groovy";

    /** @throws CommandException when there is no such script, with the nearest one */
    static ScriptFile find(String script, Terminal terminal) {
        Path path = terminal.folder().resolve(script);
        Path file = Files.isDirectory(path) ? path.resolve(IN_FOLDER) : path;
        if (Files.isRegularFile(file) && !script.endsWith(".jar")) {
            return new ScriptFile(shortest(file, terminal), name(file), template(file, terminal));
        }
        if (Files.isRegularFile(Path.of(path + ".groovy"))) {
            return find(script + ".groovy", terminal);
        }
        Optional<Template> template = named(script, terminal);
        if (template.isPresent()) {
            return of(template.get(), terminal);
        }
        String hint = Files.isDirectory(path)
                ? "the folder has no " + IN_FOLDER
                : Nearest.of(String.valueOf(path.getFileName()), near(path, terminal))
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("give the path of a .groovy file, or of a folder with a " + IN_FOLDER);
        throw new CommandException(ExitCode.USAGE, "there is no script '" + script + "'; " + hint);
    }

    /** The script of a template that was found by its name. */
    static ScriptFile of(Template template, Terminal terminal) {
        return new ScriptFile(shortest(template.script(), terminal), template.name(), Optional.of(template));
    }

    private static Optional<Template> named(String name, Terminal terminal) {
        try {
            return terminal.shelves().find(name);
        } catch (TemplateException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Template> template(Path script, Terminal terminal) {
        Path folder = script.toAbsolutePath().normalize().getParent();
        return folder != null && String.valueOf(script.getFileName()).equals(IN_FOLDER)
                ? named(folder.toString(), terminal)
                : Optional.empty();
    }

    private static List<String> near(Path path, Terminal terminal) {
        List<String> names = new ArrayList<>(beside(path));
        if (String.valueOf(path.getParent()).equals(terminal.folder().toString())) {
            names.addAll(terminal.shelves().names());
        }
        return names;
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

    /** What to say to run it: the name where that finds it, else the path. */
    String asked(Terminal terminal) {
        return template.filter(found -> found.origin() != Template.Origin.PATH)
                .map(Template::name)
                .orElse(terminal.show(path));
    }

    /** Where the search for the project's configuration starts: a template from elsewhere brings none. */
    Path project(Terminal terminal) {
        return template.filter(found -> found.origin() != Template.Origin.PATH
                                || terminal.shelves().isForeign(found))
                        .isPresent()
                ? terminal.folder()
                : base();
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
