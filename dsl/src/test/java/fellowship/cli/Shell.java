package fellowship.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The command line in this process, in a folder of its own. */
final class Shell {

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    String input = "";

    Shell(Path home) throws IOException {
        this.folder = Files.createDirectories(home.toRealPath().resolve("work"));
    }

    /** What a command did. */
    record Result(int code, String out, String err) {}

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                false,
                environment,
                folder.getParent(),
                folder);
        int code = Main.run(terminal, args);
        return new Result(code, told(out), told(err));
    }

    /** What was printed, with the paths as they are told from the working folder. */
    private String told(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
