package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.row.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupTableTest {

    private static final RowType TYPE = new RowType(
            "Said",
            List.of(
                    new Column("gender", Column.Kind.TEXT),
                    new Column("yes", Column.Kind.YES_NO),
                    new Column("score", Column.Kind.DECIMAL)));

    @TempDir
    Path folder;

    private static GroupTable table(List<String> by) {
        Step.Into into = new Step.Into(
                "into1",
                "rows",
                DatasetType.JSONL,
                "said",
                OptionalDouble.empty(),
                Optional.of(by),
                new SourcePosition("w.groovy", 1, 1));
        return GroupTable.of(new ShapeContext(into, TYPE, false, false, false, "w", "f", 0))
                .orElseThrow();
    }

    private static Row row(Map<String, Object> columns) {
        return Row.of(new Sample(0, "r", "f:1", columns));
    }

    private String written(GroupTable table) throws IOException {
        assertThat(table.commit(folder).path()).isEqualTo("said/table.jsonl");
        return Files.readString(folder.resolve("said/table.jsonl"));
    }

    @Test
    void eachGroupHasItsCountsSharesAndMeans() throws IOException {
        GroupTable table = table(List.of("gender"));
        table.take(row(Map.of("gender", "female", "yes", true, "score", 1.0)));
        table.take(row(Map.of("gender", "male", "yes", false, "score", 5)));
        table.take(row(Map.of("gender", "female", "yes", false, "score", 3.0)));
        assertThat(written(table)).isEqualTo("""
                {"gender":"female","rows":2,"share":0.6666666666666666,"yes_count":2,"yes_mean":0.5,\
                "yes_std":0.7071067811865476,"yes_min":0.0,"yes_max":1.0,"score_count":2,"score_mean":2.0,\
                "score_std":1.4142135623730951,"score_min":1.0,"score_max":3.0}
                {"gender":"male","rows":1,"share":0.3333333333333333,"yes_count":1,"yes_mean":0.0,\
                "yes_std":null,"yes_min":0.0,"yes_max":0.0,"score_count":1,"score_mean":5.0,\
                "score_std":null,"score_min":5.0,"score_max":5.0}
                """);
        assertThat(table.section().blocks())
                .contains(CardSection.Table.of(
                        1,
                        List.of("gender", "rows", "share of rows", "yes", "score"),
                        List.of(
                                List.of("female", "2", "0.667", "0.5", "2 ± 1.414"),
                                List.of("male", "1", "0.333", "0", "5"))));
    }

    @Test
    void whatARowLacksIsNotCountedAsZero() throws IOException {
        GroupTable table = table(List.of());
        table.take(row(Map.of("score", 4.0)));
        table.take(row(Map.of("score", Double.NaN)));
        assertThat(written(table)).isEqualTo("""
                {"rows":2,"share":1.0,"yes_count":0,"yes_mean":null,"yes_std":null,"yes_min":null,"yes_max":null,\
                "score_count":1,"score_mean":4.0,"score_std":null,"score_min":4.0,"score_max":4.0}
                """);
    }

    @Test
    void rowsWithoutTheColumnAreAGroupOfTheirOwn() throws IOException {
        GroupTable table = table(List.of("gender"));
        table.take(row(Map.of("yes", true)));
        assertThat(written(table)).startsWith("{\"gender\":null,\"rows\":1,");
    }
}
