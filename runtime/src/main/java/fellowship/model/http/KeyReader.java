package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.KeySource;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Reads a provider's key from where the operator keeps it. */
public final class KeyReader {

    private static final int MOST_BYTES = 16_384;
    private static final int COMMAND_SECONDS = 30;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Map<String, String> environment;

    /** @param environment the process's variables */
    public KeyReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The key, or none where the provider needs none.
     *
     * @throws ModelException with reason {@code no-key} when there should be one and is not; says where it was looked for
     */
    public Optional<ApiKey> read(ProviderSettings settings) {
        KeySource source = settings.key();
        try {
            if (source instanceof KeySource.Env env) {
                return Optional.of(environment(env.variable()));
            }
            if (source instanceof KeySource.File file) {
                return Optional.of(file(file.path()));
            }
            if (source instanceof KeySource.Command command) {
                return Optional.of(command(command.words()));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw FaultTable.standard()
                    .classify(FaultFacts.seen(
                            settings.name(), Stage.CONNECT, "no-key", String.valueOf(e.getMessage()), ""));
        }
    }

    private ApiKey environment(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + variable + " is not set");
        }
        return named("the environment variable " + variable, value);
    }

    private static ApiKey file(Path path) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalArgumentException(
                        "the key file " + path + " can be read by others; run: chmod 600 " + path);
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new IllegalArgumentException("the key file " + path + " is too large to be a key");
            }
            return named("the key file " + path, Files.readString(path));
        } catch (IOException e) {
            throw new IllegalArgumentException("the key file " + path + " cannot be read");
        }
    }

    private static ApiKey command(List<String> words) {
        String name = "the key command " + (words.isEmpty() ? "(empty)" : words.get(0));
        if (words.isEmpty()) {
            throw new IllegalArgumentException(name + " names no program");
        }
        Process process = start(words, name);
        try {
            byte[] printed = process.getInputStream().readNBytes(MOST_BYTES);
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalArgumentException(name + " failed");
            }
            return named(name, new String(printed, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " printed nothing readable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException(name + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Its errors go to the terminal, so that a password store can ask; its output is the key. */
    private static Process start(List<String> words, String name) {
        try {
            return new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " cannot be started");
        }
    }

    private static ApiKey named(String where, String value) {
        try {
            return ApiKey.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage());
        }
    }
}
