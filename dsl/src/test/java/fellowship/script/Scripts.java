package fellowship.script;

import fellowship.plan.Plan;
import fellowship.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The templates of these tests, and what comes with the product. */
    static Library library() {
        return asked -> Stream.of(resource("library"), Path.of("../workflows"))
                .map(folder -> folder.resolve(asked.replaceFirst("@1$", "")).resolve("workflow.groovy"))
                .filter(Files::isRegularFile)
                .map(file -> new Library.Source(
                        String.valueOf(file.getName(file.getNameCount() - 2)), file, false, true, Pins.none()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no template '" + asked + "'; " + Nearest.hint(asked, List.of("drafts", "verdict"))));
    }

    /** A text that includes those, compiled. */
    static Reading including(String text) {
        return including(ScriptText.of("test.groovy", text), folder(), library());
    }

    static Reading including(ScriptText text, Path folder, Library library) {
        return Workflows.read(
                text,
                folder,
                Map.of(),
                Optional.empty(),
                new Includes(library, Optional.empty(), false),
                Pins.none(),
                new Problems());
    }

    /** The same, read. */
    static Reading includingRead(String text) {
        return Workflows.readOnly(
                ScriptText.of("test.groovy", text), folder(), Map.of(), false, library(), Pins.none(), new Problems());
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
