package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A script that is compiled and the same script that is read make one plan: every example, every bundled template. */
class TwoReadersTest {

    private static final List<Path> PLACES =
            List.of(Path.of("../examples"), Path.of("../workflows"), Path.of("src/test/resources/workflows"));

    @TempDir
    private Path kept;

    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path place : PLACES) {
            try (Stream<Path> files = Files.walk(place, 2)) {
                files.filter(file -> file.toString().endsWith(".groovy"))
                        .sorted()
                        .forEach(scripts::add);
            }
        }
        try (Stream<Path> files = Files.list(Scripts.folder())) {
            files.filter(file -> file.toString().endsWith(".groovy"))
                    .filter(file -> !file.getFileName().toString().equals("variants.groovy"))
                    .sorted()
                    .forEach(scripts::add);
        }
        return scripts;
    }

    @Test
    void thereAreScripts() throws IOException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(5);
    }

    @TestFactory
    Stream<DynamicTest> bothReadersMakeOnePlan() throws IOException {
        return scripts().stream()
                .map(script -> DynamicTest.dynamicTest(script.toString(), () -> {
                    Map<String, String> values = needed(script);
                    Reading compiled =
                            Workflows.read(script, values, kept.resolve("kept"), Scripts.library(), Pins.none());
                    assertThat(compiled.problems().toString()).doesNotContain("ERROR");
                    Reading read = Workflows.readOnly(
                            ScriptText.of(script.toString(), Files.readString(script)),
                            script.toAbsolutePath().getParent(),
                            values,
                            false,
                            Scripts.library(),
                            Pins.none(),
                            new Problems());
                    assertThat(read.problems()).isEqualTo(compiled.problems());
                    Plan one = compiled.plan().orElseThrow();
                    Plan other = read.plan().orElseThrow();
                    assertThat(PlanTree.of(other)).isEqualTo(PlanTree.of(one));
                    assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(one));
                }));
    }

    @Test
    void whatIsMoreThanCanBeReadIsToldWithItsPlace() throws IOException {
        Path script = Scripts.folder().resolve("variants.groovy");
        Reading read =
                Workflows.readOnly("variants.groovy", Files.readString(script), Scripts.folder(), Map.of(), true);
        assertThat(read.plan()).isEmpty();
        assertThat(read.problems().stream().map(Object::toString))
                .contains(
                        "variants.groovy:14:1: a script that is read cannot have an enum; use @OneOf",
                        "variants.groovy:20:1: a script that is read cannot have a method of its own",
                        "variants.groovy:75:1: a script that is read cannot have a loop");
    }

    /** A path for each parameter that must be given. */
    private static Map<String, String> needed(Path script) throws IOException {
        Map<String, String> values = new java.util.TreeMap<>();
        Workflows.header(script).parameters().stream()
                .filter(parameter -> parameter.fallback().isEmpty())
                .forEach(parameter -> values.put(parameter.name(), "sample.jsonl"));
        return values;
    }
}
