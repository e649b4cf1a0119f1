package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template from elsewhere is included only as somebody looked at it. */
class IncludeTest {

    private static final Path FIXTURE = Path.of("src/test/resources/workflows/two-drafts");

    @TempDir
    Path home;

    private Shell shell;
    private Path template;

    @BeforeEach
    void aScriptThatIncludesATemplateOfTheUsersFolder() throws IOException {
        shell = new Shell(home);
        shell.write("fellowship.toml", "");
        shell.write("tasks.jsonl", "{\"id\": \"1\", \"prompt\": \"Why is the sky blue?\"}\n");
        shell.write("mine.groovy", """
                record Task(String id, String prompt) {}
                def one = include('borrowed') { input read(Task, 'tasks.jsonl') }
                one.output('pairs').into kto('pairs')
                """);
        template = home.toRealPath().resolve(".config/fellowship/workflows/borrowed");
        try (Stream<Path> files = Files.walk(FIXTURE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path made = template.resolve(FIXTURE.relativize(file).toString());
                Files.createDirectories(made.getParent());
                Files.copy(file, made);
            }
        }
    }

    @Test
    void unpinnedItIsRefusedAndPinnedItRuns() throws IOException {
        Shell.Result refused = shell.run("check", "mine.groovy");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.out() + refused.err())
                .contains("mine.groovy:2:11: template 'borrowed' comes from elsewhere")
                .contains("fellowship templates trust borrowed --read-only");

        assertThat(shell.run("templates", "trust", "borrowed", "--read-only", "--yes")
                        .code())
                .isZero();
        Files.copy(template.resolve("answers.jsonl"), shell.folder.resolve("answers.jsonl"));
        Shell.Result run = shell.run("run", "mine.groovy", "--model", "scripted:answers.jsonl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("runs/mine/pairs/train.jsonl");
    }

    @Test
    void oneByteChangedItIsRefusedAgain() throws IOException {
        shell.run("templates", "trust", "borrowed", "--read-only", "--yes");
        assertThat(shell.run("check", "mine.groovy").code()).isZero();
        Path script = template.resolve("workflow.groovy");
        Files.writeString(script, Files.readString(script) + " ");
        Shell.Result changed = shell.run("check", "mine.groovy");
        assertThat(changed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(changed.out() + changed.err()).contains("is not what somebody looked at");
    }
}
