package fellowship.script;

import fellowship.text.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Takes a prompt's text from a file beside the script. */
final class PromptFile {

    private final Origin origin;
    private final Problems problems;

    PromptFile(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /** The file's text; a text that stands for it when there is none, so that reading can go on. */
    String text(String path) {
        try {
            Path file = origin.folder().resolve(path);
            if (!origin.mayRead(file)) {
                problems.error(
                        origin.here(),
                        "a template from elsewhere takes prompts from its own folder only, not from '" + path + "'");
                return "(no text)";
            }
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                if (origin.pins().broken(origin.folder(), file, bytes)) {
                    Pins.tell(problems, origin.here(), file);
                }
                return Utf8.text(file, bytes);
            }
            problems.error(
                    origin.here(), "there is no file '" + path + "' beside the script" + Hint.near(path, beside(file)));
        } catch (IOException | InvalidPathException e) {
            problems.error(origin.here(), "the file '" + path + "' cannot be read as UTF-8 text");
        }
        return "(no text)";
    }

    private List<String> beside(Path file) {
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(found -> origin.folder().relativize(found).toString())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
