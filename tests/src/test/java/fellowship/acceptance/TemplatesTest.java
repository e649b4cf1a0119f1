package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Parameter;
import fellowship.script.Header;
import fellowship.script.Workflows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Every folder of {@code workflows/} with a {@code workflow.groovy} is a paper as one command: it does what its
 * {@code expected/} shows, asks nothing the second time, and tells where each of its numbers comes from.
 */
class TemplatesTest {

    private static final String SCRIPT = "workflow.groovy";
    private static final TomlMapper TOML = new TomlMapper();
    private static final Pattern PROMPT_FILE = Pattern.compile("\\bfile\\('([^']+)'\\)");

    @TempDir
    private Path temp;

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Product.root().resolve("workflows"))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(SCRIPT)))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTemplates() throws IOException {
        assertThat(folders()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachGivesWhatIsExpectedAndASecondRunAsksNothing() throws IOException {
        return each(folder -> new ScriptedFolder(folder, SCRIPT).play(temp));
    }

    @TestFactory
    Stream<DynamicTest> eachTellsItsPaperAndWhereItsNumbersComeFrom() throws IOException {
        return each(TemplatesTest::told);
    }

    @TestFactory
    Stream<DynamicTest> eachHasHelpForEveryParameterARangeForEveryNumberAndThreeRows() throws IOException {
        return each(TemplatesTest::helped);
    }

    private interface Check {
        void of(Path folder) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check.of(folder)));
    }

    private static void told(Path folder) throws IOException {
        JsonNode card = TOML.readTree(Files.readString(folder.resolve("template.toml")));
        assertThat(card.path("version").asInt(0)).isPositive();
        assertThat(card.path("paper").size()).isPositive();
        card.path("paper").forEach(paper -> said(paper, "title", "id", "carried", "left-out"));
        Map<String, Parameter> parameters = Workflows.header(folder.resolve(SCRIPT)).parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Function.identity()));
        assertThat(card.path("number").size()).isPositive();
        for (JsonNode number : card.path("number")) {
            said(number, "what", "value", "where");
            if (number.has("parameter")) {
                String name = number.path("parameter").stringValue();
                assertThat(parameters).as("a parameter of the script").containsKey(name);
                assertThat(parameters.get(name).fallback())
                        .as(name + " is the paper's own number unless said otherwise")
                        .contains(number.path("value").stringValue());
            }
        }
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains(card.path("paper").path(0).path("id").stringValue())
                .contains("./fellowship run workflows/" + folder.getFileName())
                .contains("icence");
    }

    private static void said(JsonNode table, String... keys) {
        for (String key : keys) {
            assertThat(table.path(key).isString())
                    .as(key + " is a text: " + table)
                    .isTrue();
            assertThat(table.path(key).stringValue()).as(key).isNotBlank();
        }
    }

    private static void helped(Path folder) throws IOException {
        Header header = Workflows.header(folder.resolve(SCRIPT));
        assertThat(header.about()).isNotBlank();
        assertThat(header.parameters()).anyMatch(parameter -> parameter.type().equals("Path"));
        for (Parameter parameter : header.parameters()) {
            assertThat(parameter.help()).as(parameter.name()).isNotBlank();
            if (List.of("int", "long", "double").contains(parameter.type())) {
                assertThat(parameter.min()).as("least " + parameter.name()).isPresent();
                assertThat(parameter.max()).as("most " + parameter.name()).isPresent();
            }
        }
        assertThat(Files.readAllLines(folder.resolve("sample.jsonl"))).hasSize(3);
        Matcher prompt = PROMPT_FILE.matcher(Files.readString(folder.resolve(SCRIPT)));
        while (prompt.find()) {
            assertThat(folder.resolve(prompt.group(1))).exists();
        }
    }
}
