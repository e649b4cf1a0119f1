package fellowship.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line as a user runs it: a process of its own, with a home of its own. */
public final class Product {

    private final Path home;
    private final Path folder;

    /**
     * @param home where caches and settings are
     * @param folder the working folder
     */
    public Product(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** What a command did. */
    public record Result(int code, String out, String err) {
        public String all() {
            return out + err;
        }
    }

    public Result run(String... args) {
        try {
            return end(start(args));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a command and leaves it running; what it prints goes to files. */
    public Process start(String... args) {
        return start(List.of(), args);
    }

    /** @param before what stands before the program, for example a tracer */
    public Process start(List<String> before, String... args) {
        ProcessBuilder builder = new ProcessBuilder(command(before, args))
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        try {
            Process process = here(builder).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What was started, once it has ended. */
    public Result end(Process process) throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end within two minutes: " + read("err"));
        }
        return new Result(process.exitValue(), read("out"), read("err"));
    }

    /** The words of a command line. */
    public static List<String> command(List<String> before, String... args) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "fellowship.cli.Main"));
        command.addAll(List.of(args));
        return command;
    }

    /** In a home of its own, without anybody's keys. */
    public ProcessBuilder here(ProcessBuilder builder) {
        builder.directory(folder.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().keySet().removeIf(name -> name.endsWith("_API_KEY"));
        return builder;
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies a folder and all in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** The files that make up a run's result, by their path in the run folder: all but journal, lock and clocks. */
    public static java.util.Map<String, String> result(Path run) throws IOException {
        java.util.Map<String, String> files = new java.util.TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString();
                if (!name.startsWith("journal.db") && !name.startsWith(".") && !name.equals("timing.html")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    /** The checkout's root. */
    public static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
