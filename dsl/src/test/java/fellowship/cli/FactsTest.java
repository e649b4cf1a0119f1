package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        shell.run("new", "demo");
    }

    private JsonNode json(String... args) {
        Shell.Result result = shell.run(args);
        assertThat(result.err()).isEmpty();
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void theStarterHasNoMistakes() {
        assertThat(shell.run("check", "demo"))
                .isEqualTo(new Shell.Result(0, "demo/workflow.groovy: no mistakes\n", ""));
        assertThat(json("check", "demo", "--json").get("problems")).isEmpty();
    }

    @Test
    void problemsAreFactsToo() {
        Shell.Result result = shell.run("check", "demo", "--json", "-p", "draft=1");
        assertThat(result.code()).isEqualTo(64);
        JsonNode problem =
                JsonMapper.shared().readTree(result.out()).get("problems").get(0);
        assertThat(problem.get("severity").asString()).isEqualTo("error");
        assertThat(problem.get("message").asString()).isEqualTo("there is no parameter 'draft'; did you mean drafts?");
    }

    @Test
    void helpOfAScriptShowsItsParameters() {
        assertThat(shell.run("help", "demo").out()).isEqualTo("""
                demo: A writer and a critic take turns, a judge scores the drafts; the best one is preferred to the worst.

                usage: fellowship run demo/workflow.groovy

                parameter  type  default        allowed  what it is
                ---------  ----  -------------  -------  ------------------------
                prompts    Path  prompts.jsonl  any      JSONL with id and prompt
                drafts     int   3              2..8     drafts for each prompt
                """);
    }

    @Test
    void helpOfACommandIsItsUsage() {
        assertThat(shell.run("help", "run").out())
                .startsWith("Usage: fellowship run ")
                .contains("--allow-rejected");
        assertThat(shell.run().out()).startsWith("Usage: fellowship ").contains("completion");
    }

    @Test
    void thePlanIsPlainData() {
        JsonNode plan = json("plan", "demo", "--json", "--model", "writer=openai:my-own", "--seed", "11");
        assertThat(plan.get("seed").asLong()).isEqualTo(11);
        assertThat(plan.get("models").get("writer").asString()).isEqualTo("openai:my-own");
        assertThat(plan.get("models").get("critic").asString()).isEqualTo("embedded:smollm2");
        assertThat(plan.get("fingerprint").asString()).matches("[0-9a-f]{64}");
        // 3 prompts: 3 drafts, 2 reviews in text and 3 scores each; at most each score needs its repair.
        assertThat(plan.get("estimate").get("low").get("calls").asLong()).isEqualTo(3 * (3 + 2 + 3));
        assertThat(plan.get("estimate").get("worst").get("calls").asLong()).isEqualTo(3 * (3 + 2 + 2 * 3));
        assertThat(plan.get("estimate").get("unpriced").get(0).asString()).isEqualTo("writer");
    }

    @Test
    void thePlanIsAGraph() {
        assertThat(shell.run("plan", "demo", "--dot").out())
                .startsWith("digraph ")
                .contains("\"loop\"");
    }

    @Test
    void thePlanTellsWhatItTakesAndWhatIsNotKnown() {
        String out = shell.run("plan", "demo", "--model", "writer=openai:my-own", "--budget", "5usd")
                .out();
        assertThat(out)
                .contains("low / expected / worst:")
                .contains("no price is known for writer; put it in fellowship.toml: [providers.NAME.prices]")
                .contains("budget: $5.00");
    }

    @Test
    void aDryRunShowsThePlan() {
        assertThat(shell.run("run", "demo", "--dry-run").out())
                .isEqualTo(shell.run("plan", "demo").out());
        assertThat(shell.folder.resolve("runs")).doesNotExist();
    }

    @Test
    void modelsAreListedWithoutTheirKeys() throws IOException {
        shell.environment.put("OPENAI_API_KEY", "sk-canary");
        shell.write("fellowship.toml", "[roles]\nwriter = \"openai:gpt-4o-mini\"\n");
        JsonNode models = json("models", "list", "--json");
        assertThat(models.get("roles").get(0).get("model").asString()).isEqualTo("openai:gpt-4o-mini");
        assertThat(models.toString()).contains("OPENAI_API_KEY (set)").contains("GROQ_API_KEY (not set)");
        assertThat(models.toString()).doesNotContain("canary");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(shell.run("completion").out()).contains("retry").contains("--allow-rejected");
    }

    @Test
    void theVersionIsShown() {
        assertThat(shell.run("--version").out()).startsWith("fellowship ");
    }

    @Test
    void aPathOnTheCommandLineCountsFromTheWorkingFolder() throws IOException {
        shell.write("mine.jsonl", "{\"id\":\"a\",\"prompt\":\"b\"}\n");
        assertThat(json("plan", "demo", "--json", "-p", "prompts=mine.jsonl")
                        .get("values")
                        .get("prompts")
                        .asString())
                .isEqualTo("../mine.jsonl");
        assertThat(json("plan", "demo", "--json", "-p", "prompts=prompts.jsonl")
                        .get("values")
                        .get("prompts")
                        .asString())
                .isEqualTo("prompts.jsonl");
    }
}
