package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a closure says of a row does not depend on the reader: each harmless script is compiled and read, and its leaves agree. */
class SameLeavesTest {

    private static final List<Map<String, Object>> ROWS = List.of(
            Map.of("id", "q1", "prompt", "Why is the sky blue?"),
            Map.of("id", "q2", "prompt", "ab"),
            Map.of("id", "q3", "prompt", "what MAKES bread rise, and why? 12 reasons, please"));

    @TestFactory
    Stream<DynamicTest> theySayTheSame() throws IOException {
        List<Path> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Scripts.resource("harmless"))) {
            files.filter(path -> path.toString().endsWith(".groovy")).sorted().forEach(scripts::add);
        }
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(script.getFileName().toString(), () -> same(script)));
    }

    private static void same(Path script) throws IOException {
        Reading compiled = Workflows.read(script, Map.of());
        Reading read = Workflows.readOnly(script, Map.of());
        assertThat(compiled.plan()).as(compiled.problems().toString()).isPresent();
        assertThat(read.plan()).as(read.problems().toString()).isPresent();
        assertThat(Fingerprint.of(read.plan().get()))
                .isEqualTo(Fingerprint.of(compiled.plan().get()));
        for (Map<String, Object> columns : ROWS) {
            Row row = Row.of(new Sample(1, "r", "x:1", columns));
            assertThat(said(read.plan().get(), row))
                    .isEqualTo(said(compiled.plan().get(), row));
        }
    }

    private static List<Object> said(Plan plan, Row row) {
        List<Object> said = new ArrayList<>();
        for (Step step : plan.steps()) {
            try {
                if (step instanceof Step.Filter filter) {
                    said.add(filter.test().function().test(row));
                } else if (step instanceof Step.Mapped map) {
                    said.add(map.function().function().apply(row));
                }
            } catch (RuntimeException e) {
                said.add("refused");
            }
        }
        return said;
    }
}
