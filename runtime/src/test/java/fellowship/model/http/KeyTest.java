package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.ProviderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyTest {

    private static final String KEY = "zk/7f3a9c51d2e84b+60a7d1";

    @TempDir
    Path folder;

    @Test
    void aKeyIsReadFromTheEnvironment() {
        assertThat(read(new KeySource.Env("K"), Map.of("K", " " + KEY + "\n"))).isEqualTo(KEY);
    }

    @Test
    void aMissingVariableIsNamed() {
        ModelException error = missing(new KeySource.Env("OPENAI_API_KEY"), Map.of());
        assertThat(error.reaction()).isEqualTo(Reaction.RUN);
        assertThat(error.reason()).isEqualTo("no-key");
        assertThat(error.getMessage()).contains("openai", "OPENAI_API_KEY is not set");
    }

    @Test
    void aKeyIsReadFromAFileOfItsOwner() throws IOException {
        assertThat(read(new KeySource.File(file("rw-------")), Map.of())).isEqualTo(KEY);
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        ModelException error = missing(new KeySource.File(file("rw-r--r--")), Map.of());
        assertThat(error.getMessage()).contains("chmod 600").doesNotContain("7f3a");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(missing(new KeySource.File(folder.resolve("none")), Map.of()).getMessage())
                .contains("none cannot be read");
    }

    @Test
    void aKeyIsWhatACommandPrints() {
        assertThat(read(new KeySource.Command(List.of("printf", KEY + "\\n")), Map.of()))
                .isEqualTo(KEY);
    }

    @Test
    void aCommandThatFailsIsNamedWithoutItsWords() {
        assertThat(missing(new KeySource.Command(List.of("false", "secret-word")), Map.of())
                        .getMessage())
                .contains("the key command false failed")
                .doesNotContain("secret-word");
    }

    @Test
    void aKeyWithALineBreakIsRefusedAndNotShown() {
        assertThat(missing(new KeySource.Env("K"), Map.of("K", "abc\r\nX-Evil: 1"))
                        .getMessage())
                .doesNotContain("abc", "Evil");
    }

    @Test
    void aKeyPrintsAsAMask() {
        assertThat(ApiKey.of(KEY)).hasToString("key ***");
    }

    private Path file(String mode) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, KEY + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String read(KeySource source, Map<String, String> environment) {
        return new KeyReader(environment).read(settings(source)).orElseThrow().value();
    }

    private static ModelException missing(KeySource source, Map<String, String> environment) {
        return catchThrowableOfType(ModelException.class, () -> new KeyReader(environment).read(settings(source)));
    }

    private static ProviderSettings settings(KeySource source) {
        return new ProviderSettings(
                "openai",
                ProviderSettings.Protocol.OPENAI,
                "https://api.openai.com/v1",
                source,
                List.of(),
                Map.of(),
                Limits.none(),
                Map.of(),
                Duration.ofSeconds(1),
                Optional.empty());
    }
}
