package fellowship.script;

import fellowship.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Scripts of these tests. */
final class Scripts {

    private Scripts() {}

    static Path folder() {
        return resource("scripts");
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Scripts.class.getResource("/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reading read(String name, Map<String, String> parameters) {
        try {
            return Workflows.read(folder().resolve(name), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan of a text that must have no mistake. */
    static Plan plan(String text) {
        Reading reading = reading(text);
        return reading.plan().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    static Reading reading(String text) {
        return Workflows.read("test.groovy", text, folder(), Map.of());
    }

    /** All problems, one a line, without the file's name. */
    static String problems(String text) {
        return reading(text).problems().stream()
                .map(problem -> problem.toString().replaceFirst("^test\\.groovy:?", ""))
                .collect(Collectors.joining("\n"));
    }
}
