package fellowship.config;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourcesTest {

    @TempDir
    Path home;

    private Path project;
    private Path user;

    @BeforeEach
    void folders() throws IOException {
        project = Files.createDirectories(home.resolve("project/scripts")).getParent();
        user = home.resolve(".config/fellowship/fellowship.toml");
        Files.createDirectories(user.getParent());
    }

    private ConfigurationReading read(List<String> profiles, Map<String, String> roles) {
        return new ConfigurationSources(project.resolve("scripts"), user, profiles, roles).read();
    }

    private ConfigurationReading project(String toml) throws IOException {
        Files.writeString(project.resolve("fellowship.toml"), toml);
        return read(List.of(), Map.of());
    }

    /** Problems with the project's file as {@code line: message}. */
    private List<String> problems(String toml) throws IOException {
        return project(toml).problems().stream()
                .map(problem -> problem.toString().replace(project.resolve("fellowship.toml") + ":", ""))
                .toList();
    }

    @Test
    void withoutAnyFileEveryRoleFallsBackToTheEmbeddedModel() {
        ConfigurationReading made = read(List.of(), Map.of());
        assertThat(made.problems()).isEmpty();
        assertThat(made.files()).isEmpty();
        assertThat(made.configuration().resolve("writer")).isEqualTo(new ModelRef("embedded", "smollm2"));
        assertThat(made.configuration().isUnbound("writer")).isTrue();
        assertThat(made.configuration().provider("synthetic").orElseThrow().price("noise=2"))
                .contains(Price.FREE);
        assertThat(made.configuration().provider("openai").orElseThrow().key())
                .isEqualTo(new KeySource.Env("OPENAI_API_KEY"));
    }

    @Test
    void theProjectsFileIsFoundUpwardsAndWinsOverTheUsers() throws IOException {
        Files.writeString(user, """
                default-model = "ollama:llama3.2"
                [roles]
                writer = "openai:a"
                critic = "openai:b"
                """);
        ConfigurationReading made = project("[roles]\nwriter = \"anthropic:c\"\n");
        Configuration configuration = made.configuration();
        assertThat(configuration.resolve("writer")).hasToString("anthropic:c");
        assertThat(configuration.resolve("critic")).hasToString("openai:b");
        assertThat(configuration.resolve("judge")).hasToString("ollama:llama3.2");
        assertThat(made.origins())
                .containsEntry("writer", project.resolve("fellowship.toml") + ":2")
                .containsEntry("critic", user + ":4");
        assertThat(made.files()).containsExactly(user, project.resolve("fellowship.toml"));
    }

    @Test
    void aProfileWinsOverTheFilesAndTheCommandLineOverAll() throws IOException {
        Files.writeString(project.resolve("fellowship.toml"), """
                [roles]
                writer = "openai:a"
                critic = "openai:a"
                judge = "openai:a"
                [profiles.local.roles]
                writer = "ollama:b"
                critic = "ollama:b"
                """);
        ConfigurationReading made = read(List.of("local"), Map.of("writer", "http://localhost:9000/v1#c"));
        assertThat(made.problems()).isEmpty();
        assertThat(made.configuration().roles())
                .containsEntry("writer", new ModelRef("http://localhost:9000/v1", "c"))
                .containsEntry("critic", new ModelRef("ollama", "b"))
                .containsEntry("judge", new ModelRef("openai", "a"));
        assertThat(made.origins()).containsEntry("writer", "--model");
    }

    @Test
    void anUnknownProfileIsToldWithTheNearest() throws IOException {
        Files.writeString(project.resolve("fellowship.toml"), "[profiles.local.roles]\n");
        assertThat(read(List.of("locl"), Map.of()).problems())
                .extracting(ConfigurationProblem::toString)
                .containsExactly("--profile: there is no profile 'locl'; did you mean 'local'?");
    }

    @Test
    void aWholeProviderIsRead() throws IOException {
        ConfigurationReading made = project("""
                [providers.mine]
                protocol = "anthropic"
                url = "https://llm.example.com/v1/"
                key = { file = "secrets/key" }
                hosts = ["llm.example.com", "b.example.com"]
                headers = { "X-Team" = "prefs" }
                limits = { rpm = 500, tpm = 200000, in-flight = 64 }
                timeout = "90s"
                json-schema = false
                [providers.mine.prices]
                "big" = { input = 1, output = 2.5 }
                """);
        assertThat(made.problems()).isEmpty();
        ProviderSettings mine = made.configuration().provider("mine").orElseThrow();
        assertThat(mine.protocol()).isEqualTo(ProviderSettings.Protocol.ANTHROPIC);
        assertThat(mine.url()).isEqualTo("https://llm.example.com/v1");
        assertThat(mine.key()).isEqualTo(new KeySource.File(project.resolve("secrets/key")));
        assertThat(mine.hosts()).containsExactly("llm.example.com", "b.example.com");
        assertThat(mine.headers()).containsExactly(Map.entry("X-Team", "prefs"));
        assertThat(mine.limits().requestsPerMinute()).hasValue(500);
        assertThat(mine.limits().tokensPerMinute()).hasValue(200_000);
        assertThat(mine.limits().inFlight()).hasValue(64);
        assertThat(mine.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(mine.jsonSchema()).contains(false);
        assertThat(mine.price("big")).contains(new Price(1, 2.5));
        assertThat(mine.price("small")).isEmpty();
    }

    @Test
    void aFileMaySayOneThingOfABuiltInProvider() throws IOException {
        ConfigurationReading made = project("[providers.openai]\nlimits = { rpm = 60 }\n");
        ProviderSettings openai = made.configuration().provider("openai").orElseThrow();
        assertThat(openai.url()).isEqualTo("https://api.openai.com/v1");
        assertThat(openai.hosts()).containsExactly("api.openai.com");
        assertThat(openai.limits().requestsPerMinute()).hasValue(60);
    }

    @Test
    void unknownKeysAreAllToldWithLineAndNearestKey() throws IOException {
        assertThat(problems("""
                [rols]
                writer = "openai:a"

                [providers.openai]
                urll = "https://api.openai.com/v1"
                limits = { rpn = 3 }
                """))
                .containsExactlyInAnyOrder(
                        "1: there is no setting 'rols'; did you mean 'roles'?",
                        "5: there is no setting 'providers.openai.urll'; did you mean 'url'?",
                        "6: there is no setting 'providers.openai.limits.rpn'; did you mean 'rpm'?");
    }

    @Test
    void wrongValuesAreAllTold() throws IOException {
        assertThat(problems("""
                [roles]
                writer = "gpt"
                critic = 3
                [providers.x]
                protocol = "grpc"
                url = "ftp://x"
                timeout = "soon"
                limits = { rpm = 0, tpm = 1.5 }
                prices = { "a" = { input = 1 }, "b" = { input = -1, output = 1 } }
                hosts = "x"
                """))
                .containsExactlyInAnyOrder(
                        "2: roles.writer is bound wrongly: 'gpt' is not a model reference;"
                                + " write provider:model (openai:gpt-4o-mini) or URL#model",
                        "3: roles.critic must be a text in quotes",
                        "5: providers.x.protocol must be openai, anthropic, embedded, scripted or synthetic",
                        "6: providers.x.url must be a base URL, for example https://api.openai.com/v1",
                        "7: providers.x.timeout must be a time above 0, for example \"90s\" or \"5m\"",
                        "8: providers.x.limits.rpm must be a whole number, 1 or more",
                        "8: providers.x.limits.tpm must be a whole number, 1 or more",
                        "9: providers.x.prices.a must be { input = …, output = … },"
                                + " in US dollars for a million tokens",
                        "9: providers.x.prices.b.input must be a number, 0 or more",
                        "10: providers.x.hosts must be a list of texts: [\"…\", \"…\"]",
                        "4: providers.x needs a url");
    }

    @Test
    void aKeyInTheFileIsRefusedAndNotRepeated() throws IOException {
        List<String> found = problems("[providers.openai]\nkey = \"sk-canary-0123456789\"\n");
        assertThat(found)
                .containsExactly("2: providers.openai.key never stands in a file;"
                        + " say where it is: key = { env = \"MY_KEY\" }");
        assertThat(String.join("", found)).doesNotContain("canary");
    }

    @Test
    void aMovedUrlDoesNotTakeTheKeyAlong() throws IOException {
        ConfigurationReading made = project("[providers.openai]\nurl = \"https://evil.example.com/v1\"\n");
        assertThat(made.configuration().provider("openai").orElseThrow().hosts())
                .containsExactly("api.openai.com");
        assertThat(made.problems())
                .extracting(ConfigurationProblem::message)
                .containsExactly("providers.openai is at evil.example.com, but its key is bound to api.openai.com;"
                        + " state key and hosts beside the url, or key = \"none\"");
    }

    @Test
    void aUrlReferenceGetsAKeyOnlyWhereTheOperatorBoundItsHost() throws IOException {
        Configuration configuration = project("""
                [providers.openai]
                hosts = ["api.openai.com", "proxy.example.com"]
                """).configuration();
        assertThat(key(configuration, "https://elsewhere.example.com/v1")).isEqualTo(new KeySource.None());
        assertThat(key(configuration, "https://proxy.example.com/v1")).isEqualTo(new KeySource.Env("OPENAI_API_KEY"));
        assertThat(key(configuration, "http://proxy.example.com/v1")).isEqualTo(new KeySource.None());
        assertThat(key(configuration, "http://localhost:8000/v1")).isEqualTo(new KeySource.None());
    }

    private static KeySource key(Configuration configuration, String url) {
        return configuration.provider(url).orElseThrow().key();
    }

    @Test
    void whatIsNoTomlIsToldWithItsLine() throws IOException {
        List<String> found = problems("[roles]\nwriter = \"openai:a\"\ncritic = \n");
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).startsWith("3: this is not TOML: ");
    }

    @Test
    void aRoleBoundToAnUnknownProviderIsTold() throws IOException {
        assertThat(problems("[roles]\nwriter = \"opnai:a\"\n"))
                .containsExactly("2: there is no provider 'opnai'; did you mean 'openai'?");
    }

    @Test
    void aBadRoleOfTheCommandLineIsTold() {
        assertThat(read(List.of(), Map.of("writer", "gpt-4o")).problems())
                .extracting(ConfigurationProblem::toString)
                .containsExactly("--model writer: 'gpt-4o' is not a model reference;"
                        + " write provider:model (openai:gpt-4o-mini) or URL#model");
    }
}
