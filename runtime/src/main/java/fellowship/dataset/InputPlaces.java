package fellowship.dataset;

import fellowship.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files that a script names, and says of each that cannot be used what is wrong with it. */
final class InputPlaces {

    private static final int LISTED = 8;

    private final Path base;
    private final List<String> problems = new ArrayList<>();

    InputPlaces(Path base) {
        this.base = base;
    }

    /** @throws InputException when any of them is missing, empty, a folder or unreadable */
    List<InputPlace> find(List<String> names, Path piped) {
        List<InputPlace> places = new ArrayList<>();
        for (String name : names) {
            if (!name.equals(SampleSource.STANDARD_INPUT)) {
                file(name).ifPresent(places::add);
            } else if (places.stream().anyMatch(InputPlace::piped)) {
                problems.add("standard input is named twice; it can be read once");
            } else {
                standardInput(piped).ifPresent(places::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return places;
    }

    private Optional<InputPlace> standardInput(Path piped) {
        if (piped.toFile().length() > 0) {
            return Optional.of(new InputPlace("standard input", piped, true));
        }
        problems.add("standard input is empty; pipe JSON lines, a JSON array or CSV into the run");
        return Optional.empty();
    }

    private Optional<InputPlace> file(String name) {
        try {
            Path path = base.resolve(name);
            String problem = problem(name, path);
            if (problem.isEmpty()) {
                return Optional.of(new InputPlace(name, path, false));
            }
            problems.add(problem);
        } catch (InvalidPathException e) {
            problems.add("'" + name + "' is no file name: " + e.getReason());
        } catch (IOException e) {
            problems.add(name + " cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private String problem(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return name + " is a folder; name the files in it" + listed(path);
        }
        if (!Files.exists(path)) {
            return missing(name, path);
        }
        if (!Files.isReadable(path)) {
            return name + " cannot be read: no permission; try chmod u+r " + path;
        }
        return Files.isRegularFile(path) && Files.size(path) == 0 ? name + " is empty" : "";
    }

    private static String missing(String name, Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return name + " does not exist, nor does its folder " + folder;
        }
        String near = Nearest.of(String.valueOf(path.getFileName()), names(folder, true))
                .map(found -> "; did you mean '" + found + "'?")
                .orElseGet(() -> listed(folder));
        return name + " does not exist in " + folder + near;
    }

    private static String listed(Path folder) {
        try {
            List<String> data = names(folder, false);
            String more = data.size() > LISTED ? ", …" : "";
            return data.isEmpty()
                    ? ""
                    : "; there are "
                            + String.join(", ", data.stream().limit(LISTED).toList()) + more;
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> names(Path folder, boolean all) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> all || file.matches("(?i).+\\.(jsonl?|ndjson|csv|tsv)"))
                    .sorted()
                    .toList();
        }
    }
}
