package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code two-drafts} is on the class path of these tests, as a jar with templates would be. */
class TemplatesTest {

    private static final Path FIXTURE = Path.of("src/test/resources/workflows/two-drafts");

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        shell.write("fellowship.toml", "");
    }

    private Path copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path made = folder.resolve(FIXTURE.relativize(file).toString());
                Files.createDirectories(made.getParent());
                Files.copy(file, made);
            }
        }
        return folder;
    }

    private Path user(String name) throws IOException {
        return copyTo(home.toRealPath().resolve(".config/fellowship/workflows").resolve(name));
    }

    @Test
    void aTemplateRunsByItsName() {
        Shell.Result result = shell.run("run", "two-drafts", "--model", "scripted:answers.jsonl");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("runs/two-drafts/pairs/train.jsonl").contains("rows: 3 in = 3 emitted");
    }

    @Test
    void itTakesTheUsersOwnRows() throws IOException {
        shell.write("mine.jsonl", "{\"id\": \"m1\", \"prompt\": \"Mine?\"}\n{\"id\": \"m2\", \"prompt\": \"Also?\"}\n");
        Shell.Result result = shell.run(
                "run", "two-drafts@1", "-p", "prompts=mine.jsonl", "--limit", "1", "--model", "scripted:answers.jsonl");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("rows: 1 in = 1 emitted");
        assertThat(shell.folder.resolve("runs/two-drafts/pairs/train.jsonl"))
                .content()
                .contains("Mine?");
    }

    @Test
    void checkPlanPreviewAndHelpTakeNames() {
        assertThat(shell.run("check", "two-drafts").out()).contains("no mistakes");
        assertThat(shell.run("plan", "two-drafts").out()).contains("writer with critic, at most 2 drafts");
        assertThat(shell.run("preview", "two-drafts", "--model", "scripted:answers.jsonl")
                        .out())
                .contains("Why is the sky blue?");
        assertThat(shell.run("help", "two-drafts").out())
                .contains("usage: fellowship run two-drafts")
                .contains("drafts for each prompt");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThat(shell.run("run", "two-draft").err())
                .isEqualTo("there is no script 'two-draft'; did you mean 'two-drafts'?\n");
        assertThat(shell.run("templates", "show", "tow-drafts").err())
                .isEqualTo("there is no template 'tow-drafts'; did you mean 'two-drafts'?\n");
        assertThat(shell.run("run", "two-drafts@7").err())
                .isEqualTo("there is no version 7 of template 'two-drafts'; there is two-drafts@1 (jar)\n");
    }

    @Test
    void theListSaysWhereEachIsFound() throws IOException {
        copyTo(shell.folder.resolve("workflows/mine"));
        user("theirs");
        Shell.Result result = shell.run("templates", "list");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("mine        1        project  A writer and a critic take turns")
                .contains("theirs      1        user")
                .contains("two-drafts  1        jar");
        JsonNode json = JsonMapper.shared()
                .readTree(shell.run("templates", "list", "--json").out());
        assertThat(json.get("templates").get(0).get("name").asString()).isEqualTo("mine");
        assertThat(json.get("templates").get(0).get("foreign").asBoolean()).isFalse();
        assertThat(json.get("templates").get(1).get("foreign").asBoolean()).isTrue();
    }

    @Test
    void theProjectsOwnComesBeforeTheUsersAndThatBeforeTheRest() throws IOException {
        user("two-drafts");
        assertThat(shell.run("templates", "show", "two-drafts").out()).contains("(user)");
        copyTo(shell.folder.resolve("workflows/two-drafts"));
        assertThat(shell.run("templates", "show", "two-drafts").out()).contains("(project)");
    }

    @Test
    void showTellsAllThatThereIs() {
        Shell.Result result = shell.run("templates", "show", "two-drafts");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("two-drafts@1: A writer and a critic take turns")
                .contains("arXiv:2408.08688")
                .contains("not here: The juries")
                .contains("drafts for each prompt")
                .contains("needs in sample.jsonl: id (text), prompt (text)")
                .contains("gives pairs (dpo): prompt, chosen, rejected")
                .contains("roles: writer, critic")
                .contains("100 rows take 200 / 300 / 600 calls")
                .contains("critic, prompt:\n  Question: {{prompt}}")
                .contains("to run it: fellowship run two-drafts");
    }

    @Test
    void aCopyIsTheUsersToChange() {
        assertThat(shell.run("templates", "new", "mine", "--from", "two-drafts").out())
                .contains("made workflows/mine/workflow.groovy");
        assertThat(shell.folder.resolve("workflows/mine/critic.prompt.md")).exists();
        assertThat(shell.run("templates", "new", "mine", "--from", "two-drafts").code())
                .isEqualTo(73);
    }

    @Test
    void aTemplateIsProved() throws IOException {
        Path folder = copyTo(shell.folder.resolve("workflows/mine"));
        Shell.Result result = shell.run("templates", "test", "mine");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("holds: compiled and read, it is one plan")
                .contains("holds: the sample runs: rows: 3 in = 3 emitted")
                .contains("holds: the columns of pairs are those that the plan declares")
                .contains("holds: what it gives is what stands in expected/")
                .contains("holds: a second run makes no call")
                .endsWith("mine: all holds\n");
        Files.writeString(folder.resolve("expected/pairs/train.jsonl"), "{}\n");
        Shell.Result changed = shell.run("templates", "test", "workflows/mine");
        assertThat(changed.code()).isEqualTo(65);
        assertThat(changed.err()).isEqualTo("wrong: pairs/train.jsonl is not what stands in expected/, from line 1\n");
    }

    @Test
    void aScriptFromElsewhereMayBeNoMoreThanCanBeReadUnlessItIsTrusted() throws IOException {
        Path folder = user("theirs");
        assertThat(shell.run("run", "theirs", "--model", "scripted:answers.jsonl")
                        .code())
                .isZero();
        Files.writeString(
                folder.resolve("workflow.groovy"),
                Files.readString(folder.resolve("workflow.groovy")) + "\nprintln new File('x').exists()\n");
        Shell.Result refused = shell.run("run", "theirs", "--model", "scripted:answers.jsonl");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .contains(
                        "workflow.groovy:32:9: a script that is read cannot have new, but for the script's own records")
                .contains(
                        "it is read and not run; if you trust it, it may be more than that: fellowship templates trust theirs");
        assertThat(shell.run("templates", "trust", "theirs").err()).isEqualTo("not pinned; say yes, or give --yes\n");
        shell.input = "yes\n";
        Shell.Result pinned = shell.run("templates", "trust", "theirs");
        assertThat(pinned.out()).contains("it is more than can be read:").contains("pinned theirs in fellowship.lock");
        assertThat(shell.folder.resolve("fellowship.lock")).content().contains("\"workflow.groovy\" = \"");
    }

    @Test
    void oneByteChangedAfterItWasLookedAtIsRefused() throws IOException {
        Path folder = user("theirs");
        assertThat(shell.run("templates", "trust", "theirs", "--yes").code()).isZero();
        assertThat(shell.run("check", "theirs").code()).isZero();
        Path prompt = folder.resolve("critic.prompt.md");
        Files.writeString(prompt, Files.readString(prompt) + " ");
        Files.writeString(folder.resolve("more.jsonl"), "");
        Shell.Result refused = shell.run("check", "theirs");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .contains("is not what somebody looked at: it differs from fellowship.lock\n"
                        + "  changed: critic.prompt.md\n"
                        + "  added: more.jsonl\n"
                        + "look at it, and pin it anew: fellowship templates trust theirs\n");
        assertThat(shell.run("templates", "trust", "theirs", "--yes").out()).contains("changed: critic.prompt.md");
        assertThat(shell.run("check", "theirs").code()).isZero();
    }

    @Test
    void whatIsFromElsewhereSendsDataNowhereAndTakesNoFiles() throws IOException {
        Path folder = user("theirs");
        String script = Files.readString(folder.resolve("workflow.groovy"));
        Files.writeString(
                folder.resolve("workflow.groovy"),
                script.replace("model 'writer'", "model 'http://evil.example/v1#x'"));
        assertThat(shell.run("check", "theirs").err()).contains("a template from elsewhere names roles, not models");
        Files.writeString(folder.resolve("workflow.groovy"), script.replace("'sample.jsonl'", "'/etc/passwd'"));
        assertThat(shell.run("check", "theirs").err())
                .contains("a template from elsewhere reads files of its own folder");
        Files.writeString(
                folder.resolve("workflow.groovy"), script.replace("'critic.prompt.md'", "'../../fellowship.toml'"));
        assertThat(shell.run("check", "theirs").err()).contains("takes prompts from its own folder only");
    }

    @Test
    void aJarIsTakenByItsPath() throws IOException {
        Path jar = shell.folder.resolve("company.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(FIXTURE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry("workflows/theirs/"
                        + FIXTURE.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
        Shell.Result result = shell.run("run", "company.jar", "--model", "scripted:answers.jsonl");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("runs/theirs/pairs/train.jsonl");
        assertThat(shell.run("run", "company.jar!other").err()).contains("has no template 'other'; known: theirs");
    }

    @Test
    void aJarCannotWriteOutsideItsFolder() throws IOException {
        Path jar = shell.folder.resolve("evil.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"workflow.groovy", "template.toml", "../../../../pwned"}) {
                zip.putNextEntry(new ZipEntry("workflows/evil/" + name));
                zip.write("version = 1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        Shell.Result result = shell.run("run", "evil.jar");
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("a template cannot hold the file 'workflows/evil/../../../../pwned'");
    }
}
