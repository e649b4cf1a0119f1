package fellowship.run;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.row.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScriptFaultsTest {

    private final ScriptFaults faults = new ScriptFaults();

    @Test
    void aScriptThatFailsOnEachOfTheFirstTwentyRowsEndsTheRun() {
        for (int i = 0; i < 19; i++) {
            assertThat(row("script-error")).isEmpty();
        }
        assertThat(row("script-error")).hasValueSatisfying(what -> assertThat(what)
                .contains("the first 20 rows", "loop.groovy:3: no such column"));
    }

    @Test
    void oneThatFailsOnMoreThanOneRowInTwentyEndsItLater() {
        assertThat(row("filtered-output")).isEmpty();
        for (int i = 1; i < 250; i++) {
            Optional<String> told = row(i % 19 == 0 ? "script-error" : "");
            assertThat(told.isPresent()).as("row %d", i + 1).isEqualTo(i >= 209);
            if (told.isPresent()) {
                return;
            }
        }
    }

    @Test
    void otherFaultsAndFewOnesDoNot() {
        for (int i = 0; i < 1000; i++) {
            assertThat(row(i % 25 == 24 ? "script-error" : "filtered-input")).isEmpty();
        }
    }

    private Optional<String> row(String reason) {
        List<Rejection> rejections = reason.isEmpty()
                ? List.of()
                : List.of(new Rejection("map", reason, "loop.groovy:3: no such column", "", List.of()));
        return faults.after(new RowResult(
                new Sample(0, "a", "a.jsonl:1", Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rejections));
    }
}
