package fellowship.template;

import fellowship.template.Template.Origin;
import fellowship.text.Nearest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All places where templates are found: a path, the project's {@code workflows/}, the user's folder, jars on the class
 * path, and what comes with the product. The first that has the name wins.
 *
 * @param folder the working folder
 * @param user the user's folder of templates; it need not exist
 * @param copies where templates of jars are copied to
 */
public record Shelves(Path folder, Path user, Path copies) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*)(?:@(\\d{1,6}))?");
    private static final String ROOT = "workflows";

    /** The nearest folder, from the working folder upwards, that has a {@code fellowship.toml} or a lock file. */
    public Path project() {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("fellowship.toml")) || Files.isRegularFile(at.resolve(LockFile.NAME))) {
                return at;
            }
        }
        return folder.toAbsolutePath().normalize();
    }

    /** Whether it came from somebody else, as far as the place can tell; such a script is read, not run. */
    public boolean isForeign(Template template) {
        return switch (template.origin()) {
            case BUNDLED, PROJECT -> false;
            case USER, JAR -> true;
            case PATH -> !real(template.folder()).startsWith(real(project()));
        };
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /**
     * The template of a path or a name; nothing where there is none.
     *
     * @param asked a folder, a jar, {@code jar!name}, {@code name} or {@code name@version}
     * @throws TemplateException when there is one of the name, but of other versions only, or it cannot be read
     */
    public Optional<Template> find(String asked) {
        return atPath(asked).or(() -> named(asked));
    }

    private Optional<Template> atPath(String asked) {
        Path path = folder.resolve(asked.replaceFirst("!.*$", "")).normalize();
        if (Template.isIn(path) && !asked.contains("!")) {
            return Optional.of(new Template(name(path), Origin.PATH, path, path.toString()));
        }
        if (!path.toString().endsWith(".jar") || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Shelf jar = new Shelf(path, copies);
        List<String> names = jar.names();
        String wanted = asked.contains("!") ? asked.replaceFirst("^.*!/?", "") : names.size() == 1 ? names.get(0) : "";
        if (!names.contains(wanted)) {
            throw new TemplateException(
                    wanted.isEmpty()
                            ? path
                                    + (names.isEmpty()
                                            ? " has no templates"
                                            : " has several; say which: " + asked + "!"
                                                    + String.join(", " + asked + "!", names))
                            : path + " has no template '" + wanted + "'; " + Nearest.hint(wanted, names));
        }
        return Optional.of(new Template(wanted, Origin.PATH, jar.folder(wanted), path + "!" + wanted));
    }

    private Optional<Template> named(String asked) {
        Matcher parts = NAME.matcher(asked);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Template> found = places().stream()
                .flatMap(place -> place.template(parts.group(1)).stream())
                .toList();
        if (parts.group(2) == null || found.isEmpty()) {
            return found.stream().findFirst();
        }
        int version = Integer.parseInt(parts.group(2));
        Optional<Template> exact = found.stream()
                .filter(one -> one.manifest().version() == version)
                .findFirst();
        if (exact.isEmpty()) {
            throw new TemplateException("there is no version " + version + " of template '" + parts.group(1)
                    + "'; there is "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(one ->
                                            one.name() + "@" + one.manifest().version() + " ("
                                                    + one.origin().word() + ")")
                                    .toList()));
        }
        return exact;
    }

    /** All that have a name, in the order of the search; the ones behind another of the same name too. */
    public List<Template> all() {
        return places().stream()
                .flatMap(place -> place.names().stream().flatMap(name -> place.template(name).stream()))
                .toList();
    }

    /** The names of all, each once. */
    public List<String> names() {
        return places().stream()
                .flatMap(place -> place.names().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What follows the words that there is no such template. */
    public String hint(String asked) {
        return Nearest.hint(asked.replaceFirst("@.*$", ""), names());
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** A place of one kind. */
    private record Place(Origin origin, Optional<Shelf> shelf, Path folder) {

        List<String> names() {
            return shelf.map(Shelf::names).orElseGet(() -> Shelf.folders(folder));
        }

        Optional<Template> template(String name) {
            if (!names().contains(name)) {
                return Optional.empty();
            }
            Path at = shelf.map(jar -> jar.folder(name)).orElseGet(() -> folder.resolve(name));
            return Optional.of(new Template(
                    name,
                    origin,
                    at,
                    shelf.filter(Shelf::isJar)
                            .map(jar -> jar.place() + "!" + name)
                            .orElse(at.toString())));
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        List<Path> projects = List.of(folder.resolve(ROOT), project().resolve(ROOT));
        projects.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .forEach(path -> places.add(new Place(Origin.PROJECT, Optional.empty(), path)));
        places.add(new Place(Origin.USER, Optional.empty(), user));
        List<Path> bundled = ServiceLoader.load(TemplateShelf.class).stream()
                .map(found -> found.get().place())
                .toList();
        onClassPath().stream()
                .filter(path -> !bundled.contains(path))
                .forEach(path -> places.add(new Place(Origin.JAR, Optional.of(new Shelf(path, copies)), path)));
        bundled.forEach(path -> places.add(new Place(Origin.BUNDLED, Optional.of(new Shelf(path, copies)), path)));
        return places;
    }

    /** Jars and folders on the class path that have a folder {@code workflows}. */
    private static List<Path> onClassPath() {
        List<Path> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(Shelves.class.getClassLoader().getResources(ROOT))) {
                String at = url.toString();
                boolean jar = at.startsWith("jar:");
                Path path = Path.of(URI.create(jar ? at.substring(4, at.indexOf("!/")) : at));
                found.add(jar ? path : path.getParent());
            }
        } catch (IOException e) {
            throw new TemplateException("the class path cannot be searched: " + e.getMessage(), e);
        }
        return found;
    }
}
