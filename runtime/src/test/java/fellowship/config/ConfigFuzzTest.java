package fellowship.config;

import fellowship.fuzz.Fuzzing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files and price tables, spoilt: what is wrong is told, and a secret that stands there is not shown. */
final class ConfigFuzzTest {

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOrItsProblemsAreTold() {
        Path file = Fuzzing.quick(folder).resolve("fellowship.toml");
        file.toFile().deleteOnExit();
        Fuzzing.of(
                        "configuration",
                        Set.of(),
                        "default-model = \"openai:gpt\"\n[roles]\nwriter = \"ollama:llama3.2\"\n[profiles.local.roles]\n"
                                + "judge = \"scripted:a.jsonl\"\n",
                        "[providers.x]\nprotocol = \"openai\"\nurl = \"https://x.org/v1\"\nkey = { env = \"K\" }\n"
                                + "hosts = [\"x.org\"]\nheaders = { \"X-Key\" = \"" + Fuzzing.CANARY + "\" }\n"
                                + "limits = { rpm = 500, tpm = 200000, in-flight = 64 }\n"
                                + "prices = { \"m\" = { input = 0.15, output = 0.60 } }\ntimeout = \"5m\"\njson-schema = true\n",
                        "[providers.y]\nkey = \"" + Fuzzing.CANARY + "\"\nurl = \"https://u:" + Fuzzing.CANARY
                                + "@h/v1\"\n",
                        "[providers.z]\nkey = { command = [\"pass\", \"" + Fuzzing.CANARY
                                + "\"] }\ntimeout = 1979-05-27T07:32:00Z\n")
                .run(input -> {
                    Files.write(file, input);
                    List<ConfigurationProblem> problems = new ArrayList<>();
                    ConfigurationFile read = ConfigurationFile.read(file, problems);
                    // A word that was moved to where a model's name stands is quoted.
                    problems.removeIf(problem -> problem.toString().contains("is bound wrongly"));
                    if (problems.toString().contains(Fuzzing.CANARY.substring(10))) {
                        throw new IllegalStateException("a problem that shows a secret: " + problems);
                    }
                    return read;
                });
    }

    @Test
    void aSpoiltPriceTableIsRefused() {
        Fuzzing.of(
                        "price-table",
                        Set.of(IllegalArgumentException.class),
                        "{\"about\":\"x\",\"prices\":[{\"host\":\"h\",\"model\":\"m\",\"input\":0.15,\"output\":0.6,\"source\":\"s\","
                                + "\"date\":\"2026-11-25\"},{\"host\":\"h\",\"model\":\"n\",\"input\":1,\"output\":2,\"source\":\"s\","
                                + "\"date\":\"2026-11-25\"}]}")
                .run(PriceTable::read);
    }
}
