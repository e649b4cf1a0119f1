package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem.Severity;
import fellowship.plan.PlanTree;
import fellowship.plan.PlanValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The workflows of the papers can be said in the language alone, and both readers say the same of them. */
class PaperScriptsTest {

    private static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Scripts.folder().resolve("papers"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void allAreThere() throws IOException {
        assertThat(scripts().map(script -> script.getFileName().toString().replace(".groovy", "")))
                .contains(
                        "active-inheritance",
                        "artifact-check",
                        "clair-revise",
                        "context-preference",
                        "cot-distill",
                        "critique-bench",
                        "cut-judgments",
                        "evol-instruct",
                        "helpsteer",
                        "judge-prompt-search",
                        "judge-training",
                        "magpie-like",
                        "mm-rlhf",
                        "negative-flips",
                        "p-ik",
                        "persona-cross",
                        "reproducibility",
                        "vibe-check");
    }

    @TestFactory
    Stream<DynamicTest> eachMakesAPlanWithoutMistakes() throws IOException {
        return scripts()
                .map(script -> DynamicTest.dynamicTest(script.getFileName().toString(), () -> {
                    Reading compiled = Workflows.read(script, Map.of());
                    assertThat(compiled.problems()).isEmpty();
                    Plan plan = compiled.plan().orElseThrow();
                    assertThat(PlanValidator.validate(plan)).noneMatch(problem -> problem.severity() == Severity.ERROR);
                    Reading read = Workflows.readOnly(
                            script.toString(),
                            Files.readString(script),
                            script.toAbsolutePath().getParent(),
                            Map.of(),
                            false);
                    assertThat(read.problems()).isEmpty();
                    Plan other = read.plan().orElseThrow();
                    assertThat(PlanTree.of(other)).isEqualTo(PlanTree.of(plan));
                    assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(plan));
                }));
    }
}
