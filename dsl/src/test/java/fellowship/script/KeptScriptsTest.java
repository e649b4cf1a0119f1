package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeptScriptsTest {

    @TempDir
    private Path temp;

    @Test
    void aKeptScriptMakesTheSamePlanWithTheSamePlaces() throws IOException {
        ScriptText text = text("feedback-loop.groovy");
        Reading compiled = read(text, kept("build"));
        assertThat(kept("build").find(text)).isPresent();

        Reading again = read(text, kept("build"));

        assertThat(compiled.plan()).isPresent();
        assertThat(again.problems()).isEqualTo(compiled.problems());
        assertThat(again.plan().orElseThrow().toString())
                .isEqualTo(compiled.plan().orElseThrow().toString());
    }

    @Test
    void whatIsKeptCountsForOtherNamesAndNotForOtherTextsOrBuilds() throws IOException {
        ScriptText text = text("feedback-loop.groovy");
        read(text, kept("build"));
        ScriptText moved = ScriptText.of("moved.groovy", text.whole());

        assertThat(kept("build").find(moved)).hasValueSatisfying(script -> assertThat(script.parameters())
                .allSatisfy(parameter -> assertThat(parameter.at().file()).isEqualTo("moved.groovy")));
        assertThat(kept("another build").find(text)).isEmpty();
        assertThat(kept("build").find(ScriptText.of(text.file(), text.whole() + "\n// more")))
                .isEmpty();
    }

    @Test
    void everyDamagedByteMakesAMiss() throws IOException {
        ScriptText text = text("feedback-loop.groovy");
        read(text, kept("build"));
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        assertThat(ScriptBytes.read(text, whole)).isPresent();
        for (int at = 0; at < whole.length; at += 97) {
            whole[at] ^= 4;
            assertThat(ScriptBytes.read(text, whole)).as("byte %d", at).isEmpty();
            whole[at] ^= 4;
        }
        for (int length : List.of(0, 31, 32, 100, whole.length - 1)) {
            assertThat(ScriptBytes.read(text, java.util.Arrays.copyOf(whole, length)))
                    .isEmpty();
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(read(text, kept("build")).plan()).isPresent();
        assertThat(kept("build").find(text)).as("made anew").isPresent();
    }

    @Test
    void aScriptWithMistakesIsNotKept() throws IOException {
        read(ScriptText.of("wrong.groovy", "agnet('a') { }"), kept("build"));
        assertThat(files()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        ScriptText text = text("feedback-loop.groovy");
        read(text, kept("build"));
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(kept("build").find(text)).isEmpty();
    }

    @Test
    void theOldestGo() throws IOException {
        KeptScripts kept = kept("build");
        for (int i = 0; i < 257; i++) {
            kept.keep(new CompiledScript(
                    ScriptText.of("s", "script " + i), "main", Map.of(), Map.of(), Map.of(), "", List.of()));
        }
        assertThat(files()).hasSize(128);
    }

    private Reading read(ScriptText text, KeptScripts kept) {
        return Workflows.read(text, Scripts.folder(), Map.of(), Optional.of(kept));
    }

    private static ScriptText text(String name) throws IOException {
        return ScriptText.of(name, Files.readString(Scripts.folder().resolve(name)));
    }

    private KeptScripts kept(String build) {
        return new KeptScripts(folder(), build);
    }

    private Path folder() {
        return temp.resolve("scripts");
    }

    private Path only() throws IOException {
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }
}
