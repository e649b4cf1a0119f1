package fellowship.cli;

import fellowship.template.Shelves;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command line is used from.
 *
 * @param out facts
 * @param err progress, problems
 * @param in standard input
 * @param live whether {@code err} is a terminal that can redraw a line
 * @param environment variables
 * @param home the user's folder
 * @param folder the working folder
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        InputStream in,
        boolean live,
        Map<String, String> environment,
        Path home,
        Path folder) {

    static Terminal system() {
        return new Terminal(
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.in,
                isTerminal() && !"dumb".equals(System.getenv("TERM")),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("").toAbsolutePath());
    }

    /** Java 17 cannot tell of standard error alone: Linux can, elsewhere a console must do. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Colour only on a terminal, and not where {@code NO_COLOR} is set to anything. */
    boolean colour() {
        return live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** The same without colour. */
    Terminal plain() {
        Map<String, String> more = new HashMap<>(environment);
        more.put("NO_COLOR", "1");
        return new Terminal(out, err, in, live, more, home, folder);
    }

    /** How many characters a line may have. */
    int width() {
        return Optional.ofNullable(environment.get("COLUMNS"))
                .filter(text -> text.matches("[1-9]\\d{1,3}"))
                .map(Integer::parseInt)
                .orElseGet(Terminal::asked);
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return size.matches("\\d+ [1-9]\\d{0,4}") ? Integer.parseInt(size.split(" ")[1]) : 80;
        } catch (IOException e) {
            return 80;
        }
    }

    /** The user-wide configuration. */
    Path userFile() {
        return base("XDG_CONFIG_HOME", ".config").resolve("fellowship/fellowship.toml");
    }

    /** Where templates are found: from the working folder, in the user's own, on the class path. */
    Shelves shelves() {
        return new Shelves(
                folder,
                base("XDG_CONFIG_HOME", ".config").resolve("fellowship/workflows"),
                base("XDG_CACHE_HOME", ".cache").resolve("fellowship/templates"));
    }

    /** The answers that are kept across runs. */
    Path cacheFolder() {
        return base("XDG_CACHE_HOME", ".cache").resolve("fellowship/completions");
    }

    /** Scripts that were compiled before. */
    Path scriptsFolder() {
        return base("XDG_CACHE_HOME", ".cache").resolve("fellowship/scripts");
    }

    /** Where processes that share an account hear of each other. */
    Path accountsFolder() {
        return base("XDG_STATE_HOME", ".local/state").resolve("fellowship/accounts");
    }

    private Path base(String variable, String otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElse(home.resolve(otherwise));
    }

    /** A path as short as it can be told from the working folder. */
    String show(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(folder) && !whole.equals(folder)
                ? folder.relativize(whole).toString()
                : path.toString();
    }
}
