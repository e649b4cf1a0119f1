package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.Parameter;
import fellowship.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    private static final String SCRIPT = """
            about 'Parameters of every kind.'
            @Param(help = 'rows', min = 1) Path rows
            @Param(help = 'drafts for each prompt', min = 2, max = 8) int drafts = 3
            @Param(min = -1.5) double gap = -0.5
            @Param(oneOf = ['fast', 'good']) String mode = 'good'
            @Param boolean strictly = false
            @Param long most = 10_000_000_000
            record Task(String id, String prompt) {}
            read(Task, rows)
                .filter { it.id.size() < drafts && it.id.size() > gap && strictly && it.id.size() < most }
                .into jsonl(mode)
            """;

    private static Reading read(Map<String, String> given) {
        return Workflows.read("p.groovy", SCRIPT, Path.of(""), given);
    }

    private static String told(Map<String, String> given) {
        return read(given).problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void aScriptSaysWhatItTakesWithoutBeingRun(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("p.groovy"), SCRIPT + "\nthrow new Error('run')\n");

        Header header = Workflows.header(script);

        assertThat(header.about()).isEqualTo("Parameters of every kind.");
        assertThat(header.parameters())
                .extracting(Parameter::name)
                .containsExactly("rows", "drafts", "gap", "mode", "strictly", "most");
        assertThat(header.parameters().get(1)).satisfies(drafts -> {
            assertThat(drafts.type()).isEqualTo("int");
            assertThat(drafts.help()).isEqualTo("drafts for each prompt");
            assertThat(drafts.fallback()).isEqualTo(Optional.of("3"));
            assertThat(drafts.min()).isEqualTo(OptionalDouble.of(2));
            assertThat(drafts.max()).isEqualTo(OptionalDouble.of(8));
            assertThat(drafts.at().line()).isEqualTo(3);
        });
        assertThat(header.parameters().get(0).fallback()).isEmpty();
        assertThat(header.parameters().get(2).fallback()).isEqualTo(Optional.of("-0.5"));
        assertThat(header.parameters().get(3).oneOf()).containsExactly("fast", "good");
    }

    @Test
    void aScriptThatCannotBeParsedHasNoHeader(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("p.groovy"), "about 'x'\nbudget(");
        assertThatThrownBy(() -> Workflows.header(script))
                .isInstanceOf(WorkflowException.class)
                .hasMessageEndingWith("p.groovy:2:7: this ( is never closed");
    }

    @Test
    void givenValuesTakeTheirTypes() {
        Reading reading = read(
                Map.of("rows", "a.jsonl", "drafts", "4", "gap", "-1", "strictly", "true", "mode", "fast", "most", "7"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.plan().orElseThrow()).satisfies(plan -> {
            assertThat(plan.values())
                    .containsExactly(
                            Map.entry("rows", "a.jsonl"),
                            Map.entry("drafts", "4"),
                            Map.entry("gap", "-1.0"),
                            Map.entry("mode", "fast"),
                            Map.entry("strictly", "true"),
                            Map.entry("most", "7"));
            assertThat(plan.sources().get(0).files()).containsExactly("a.jsonl");
            assertThat(plan.outputs()).extracting(Step.Into::name).containsExactly("fast");
            assertThat(plan.parameters()).hasSize(6);
        });
    }

    @Test
    void defaultsStandInForWhatIsNotGiven() {
        assertThat(read(Map.of("rows", "a.jsonl")).plan().orElseThrow().values())
                .containsEntry("drafts", "3")
                .containsEntry("most", "10000000000");
    }

    @Test
    void aMissingParameterIsToldWithWhatToWrite() {
        assertThat(told(Map.of())).isEqualTo("p.groovy:2:37: parameter 'rows' must be given: -p rows=PATH");
    }

    @Test
    void everyMistakeInTheValuesIsToldAtOnce() {
        Reading reading = read(Map.of(
                "rows",
                "a.jsonl",
                "darfts",
                "4",
                "drafts",
                "9",
                "gap",
                "wide",
                "mode",
                "fasst",
                "strictly",
                "yes",
                "most",
                "1e3"));
        assertThat(reading.plan()).isEmpty();
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactlyElementsOf(List.of(
                        "p.groovy: there is no parameter 'darfts'; did you mean drafts?",
                        "p.groovy:3:63: parameter 'drafts' must be 2 to 8, was '9'",
                        "p.groovy:4:27: parameter 'gap' is a number, was 'wide'",
                        "p.groovy:5:41: parameter 'mode' is one of fast, good, was 'fasst'",
                        "p.groovy:6:16: parameter 'strictly' is true or false, was 'yes'",
                        "p.groovy:7:13: parameter 'most' is a whole number, was '1e3'"));
    }

    @Test
    void aValueOutsideOfOneBoundIsToldWithThatBound() {
        assertThat(told(Map.of("rows", "a", "gap", "-2")))
                .isEqualTo("p.groovy:4:27: parameter 'gap' must be -1.5 or more, was '-2'");
    }

    @Test
    void mistakesOfTheScriptAndOfItsValuesComeTogether() {
        Reading reading = Workflows.read(
                "p.groovy", "@Param int drafts = 3\nabuot 'x'", Path.of(""), Map.of("drafts", "x", "n", "1"));
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "p.groovy: there is no parameter 'n'; there are drafts",
                        "p.groovy:1:12: parameter 'drafts' is a whole number, was 'x'",
                        "p.groovy:2:1: no word 'abuot' in a script; did you mean about?");
    }
}
