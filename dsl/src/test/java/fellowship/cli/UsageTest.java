package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        assertThat(shell.run("new", "demo").code()).isZero();
    }

    private void fails(int code, String err, String... args) {
        Shell.Result result = shell.run(args);
        assertThat(result.err()).isEqualTo(err);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anUnknownCommandIsToldWithTheNearest() {
        fails(64, "fellowship: there is no command 'rnu'; did you mean 'run'?\nsee: fellowship --help\n", "rnu", "x");
    }

    @Test
    void anUnknownOptionIsToldWithTheNearest() {
        fails(
                64,
                "fellowship run: there is no option '--limt'; did you mean '--limit'?\nsee: fellowship run --help\n",
                "run",
                "demo",
                "--limt=3");
    }

    @Test
    void anOptionThatIsNoneOfTheToolsMayBeTheScripts() {
        fails(
                64,
                "fellowship run: there is no option '--drafts'; a parameter of the script is given as -p name=value\n"
                        + "see: fellowship run --help\n",
                "run",
                "demo",
                "--drafts",
                "3");
    }

    @Test
    void aMissingScriptIsTold() {
        fails(64, "fellowship run: missing: SCRIPT\nsee: fellowship run --help\n", "run");
        fails(64, "there is no script 'demoo'; did you mean 'demo'?\n", "run", "demoo");
    }

    @Test
    void aSecondScriptIsTooMany() {
        fails(
                64,
                "fellowship check: 'other' is one argument too many\nsee: fellowship check --help\n",
                "check",
                "demo",
                "other");
    }

    @Test
    void retrySaysWhatToRetry() {
        fails(64, "fellowship retry: missing: --failed\nsee: fellowship retry --help\n", "retry", "demo");
    }

    @Test
    void anUnknownParameterIsToldWithTheNearest() {
        fails(
                64,
                "demo/workflow.groovy: there is no parameter 'draft'; did you mean drafts?\n",
                "run",
                "demo",
                "-p",
                "draft=3");
    }

    @Test
    void aParameterOutOfItsRangeIsTold() {
        Shell.Result result = shell.run("run", "demo", "-p", "drafts=9");
        assertThat(result.err())
                .contains("demo/workflow.groovy:4:")
                .contains("2 to 8")
                .contains("'9'");
        assertThat(result.code()).isEqualTo(64);
    }

    @Test
    void everyMistakeOfAScriptIsToldWithItsPlace() throws IOException {
        shell.write("bad.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'writer'; promt '{{prompt}}' }
                def other = agent('other') { modell 'writer'; prompt '{{prompt}}' }
                read(Task, 'x.jsonl').generate(writer, samples: 2).into sft('x')
                """);
        Shell.Result result = shell.run("check", "bad.groovy");
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err().lines())
                .anySatisfy(line -> assertThat(line).startsWith("bad.groovy:2:").contains("prompt"))
                .anySatisfy(line -> assertThat(line).startsWith("bad.groovy:3:").contains("model"));
    }

    @Test
    void badOptionsOfARunAreTold() {
        fails(64, "--limit must be 1 or more, was 0\n", "run", "demo", "--limit", "0");
        fails(64, "--budget-calls must be 0 or more, was -1\n", "run", "demo", "--budget-calls=-1");
        fails(
                64,
                "--allow-rejected must be rows (10) or a share (5%), was 'some'\n",
                "run",
                "demo",
                "--allow-rejected",
                "some");
        assertThat(shell.run("run", "demo", "--budget", "5 euros").err())
                .contains("'5 euros' is no amount of dollars; write 5usd or 0.50usd");
    }

    @Test
    void aBadConfigurationIsToldWithItsLine() throws IOException {
        shell.write("demo/fellowship.toml", "[roles]\nwriter = \"gpt\"\n[provider.x]\n");
        String file = "demo/fellowship.toml";
        fails(
                78,
                file + ":3: there is no setting 'provider'; did you mean 'providers'?\n" + file
                        + ":2: roles.writer is bound wrongly: 'gpt' is not a model reference;"
                        + " write provider:model (openai:gpt-4o-mini) or URL#model\n",
                "run",
                "demo");
    }

    @Test
    void aBrokenConfigurationIsTold() throws IOException {
        shell.write("demo/fellowship.toml", "[roles\n");
        Shell.Result result = shell.run("run", "demo");
        assertThat(result.err()).startsWith("demo/fellowship.toml:1: this is not TOML: ");
        assertThat(result.code()).isEqualTo(78);
    }

    @Test
    void anUnknownProviderOfAScriptIsToldWhereItStands() throws IOException {
        shell.write("x.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'opnai:gpt-4o'; prompt '{{prompt}}' }
                read(Task, 'x.jsonl').generate(writer).into sft('x')
                """);
        Shell.Result result = shell.run("check", "x.groovy");
        assertThat(result.err())
                .startsWith("x.groovy:2:")
                .endsWith(": there is no provider 'opnai'; did you mean 'openai'?\n");
        assertThat(result.code()).isEqualTo(64);
    }

    @Test
    void anUnknownEmbeddedModelIsToldWithTheNearest() {
        fails(64, "there is no embedded model 'smolm'; did you mean 'smollm2'?\n", "models", "pull", "smolm");
    }

    @Test
    void newOverwritesNothing() throws IOException {
        Path script = shell.folder.resolve("demo/workflow.groovy");
        Files.writeString(script, "mine");
        fails(73, "demo is there already; give another name\n", "new", "demo");
        assertThat(script).hasContent("mine");
    }
}
