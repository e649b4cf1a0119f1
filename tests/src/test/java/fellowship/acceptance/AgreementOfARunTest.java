package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A judge, a jury and a debate are held against known labels: in the run, by {@code fellowship agree}, on the page. */
class AgreementOfARunTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    @Test
    void theRunAndTheCommandComeToTheSameFigures() throws IOException {
        Path folder = temp.resolve("example");
        Product.copy(Product.root().resolve("examples/04-judge-jury-debate"), folder);
        Product product = new Product(Files.createDirectories(temp.resolve("home")), folder);
        Product.Result run = product.run(
                "run",
                "three-ways-to-judge.groovy",
                "--model",
                "scripted:answers.jsonl",
                "--out",
                "run",
                "--limit",
                "60");
        assertThat(run.code()).as(run.all()).isZero();
        assertThat(run.out())
                .contains("agreement  agreement  240   run/agreement/annotations.jsonl")
                .contains("Krippendorff α, nominal  strict, panel, bench")
                .contains("rows: 60 in = 60 emitted + 0 filtered + 0 rejected")
                .contains("report: run/report.html");

        JsonNode told = JSON.readTree(Files.readAllBytes(folder.resolve("run/agreement/agreement.json")));
        Product.Result agree = product.run("agree", "run/agreement/annotations.jsonl", "--gold", "gold", "--json", "-");
        JsonNode found = JSON.readTree(agree.out());
        same(measure(told, "κ", "strict", "panel"), found.at("/pairs/0/measures/kappa"));
        same(measure(told, "agreement", "panel", "bench"), found.at("/pairs/2/measures/agreement"));
        same(measure(told, "accuracy", "gold", "bench"), found.at("/gold/annotators/2/measures/accuracy"));
        same(
                measure(told, "Krippendorff α, nominal", "strict", "panel", "bench"),
                found.at("/together/krippendorff-alpha"));

        String card = Files.readString(folder.resolve("run/README.md"));
        assertThat(card).contains("### Agreement: agreement", "### Juries", "### Debates", "### What was not checked");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("<h2>Debates</h2>", "bench against gold");
        assertThat(Files.readString(folder.resolve("run/plants.jsonl"))).contains("\"annotator\":\"strict\"");
        assertThat(Files.readString(folder.resolve("run/pairs/full.jsonl")))
                .doesNotContain("Thank you for your question");
    }

    private static void same(JsonNode told, JsonNode found) {
        for (String key : new String[] {"value", "low", "high"}) {
            assertThat(told.path(key).isNumber()).as(told + " " + key).isTrue();
            assertThat(told.path(key).asDouble(0)).isEqualTo(found.path(key).asDouble(1));
        }
    }

    private static JsonNode measure(JsonNode told, String name, String... annotators) {
        for (JsonNode line : told.path("measures")) {
            if (line.path("measure").asString("").equals(name)
                    && line.path("annotators").toString().equals(JSON.writeValueAsString(annotators))) {
                return line;
            }
        }
        throw new AssertionError(name + " of " + String.join(", ", annotators) + " is not there");
    }
}
