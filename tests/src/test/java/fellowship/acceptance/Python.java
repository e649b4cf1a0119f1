package fellowship.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The Python named by {@code FELLOWSHIP_PYTHON}, else {@code python3}, as a process that reaches no hub. */
final class Python {

    private final Path folder;

    /** @param folder where it may write */
    Python(Path folder) {
        this.folder = folder;
    }

    /** What a call did; code 127 where there is no Python. */
    record Outcome(int code, String text) {}

    /** Whether all these modules can be imported. */
    boolean has(String modules) throws InterruptedException {
        return run("-c", "import " + modules).code() == 0;
    }

    Outcome run(String... args) throws InterruptedException {
        Stream<String> command =
                Stream.concat(Stream.of(System.getenv().getOrDefault("FELLOWSHIP_PYTHON", "python3")), Stream.of(args));
        Path log = folder.resolve("python.log");
        ProcessBuilder builder =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HF_HOME", folder.resolve("hf").toString());
        builder.environment().put("HF_HUB_OFFLINE", "1");
        try {
            Process process = builder.start();
            return new Outcome(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Outcome(127, "there is no Python: " + e.getMessage());
        }
    }
}
