package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.DatasetType;
import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {

    @TempDir
    Path folder;

    private static ShapeContext context(DatasetType type, String name) {
        ShapeContext any = Fixture.context(type);
        return new ShapeContext(Fixture.into(type, name), any.columns(), false, false, false, "w", "f", 1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingAppearsBeforeAllOfItIsThere() throws IOException {
        List<ShapeContext> outputs = List.of(
                context(DatasetType.DPO, "pairs"),
                context(DatasetType.JSONL, "rows"),
                context(DatasetType.SFT, "none"));
        try (DatasetWriter writer = DatasetWriter.create(folder, outputs)) {
            writer.write("pairs", new Shaped.Line("{\"a\":\"ä\"}", Optional.of("{\"a\":\"ä\",\"b\":1}")));
            writer.write("pairs", new Shaped.Line("{\"a\":\"c\"}", Optional.of("{\"a\":\"c\",\"b\":2}")));
            writer.write("rows", new Shaped.Line("{\"r\":1}", Optional.empty()));
            writer.reject(new Reject("q\n1", "in.jsonl:3", "loop", "unreadable", "no", "\ud800", List.of("c1")));
            assertThat(files()).allMatch(name -> name.endsWith(".partial"));
            Written written = writer.commit();
            assertThat(files())
                    .containsExactly(
                            "none/full.jsonl",
                            "none/train.jsonl",
                            "pairs/full.jsonl",
                            "pairs/train.jsonl",
                            "rejects.jsonl",
                            "rows/train.jsonl");
            String train = "{\"a\":\"ä\"}\n{\"a\":\"c\"}\n";
            assertThat(folder.resolve("pairs/train.jsonl")).hasContent(train);
            assertThat(folder.resolve("rejects.jsonl"))
                    .content()
                    .isEqualTo(
                            "{\"row_id\":\"q\\n1\",\"origin\":\"in.jsonl:3\",\"step\":\"loop\",\"reason\":\"unreadable\","
                                    + "\"message\":\"no\",\"raw\":\"\ufffd\",\"calls\":[\"c1\"]}\n");
            assertThat(written.datasets().get(0).train())
                    .isEqualTo(new WrittenFile("pairs/train.jsonl", 2, 21, Sha256.of(train)));
            assertThat(written.datasets().get(2).train().rows()).isZero();
            assertThat(written.files())
                    .extracting(WrittenFile::path)
                    .containsExactly(
                            "pairs/train.jsonl",
                            "pairs/full.jsonl",
                            "rows/train.jsonl",
                            "none/train.jsonl",
                            "none/full.jsonl",
                            "rejects.jsonl");
        }
    }

    @Test
    void givenUpThereIsWhatWasThereBefore() throws IOException {
        Files.createDirectories(folder.resolve("pairs"));
        Files.writeString(folder.resolve("pairs/train.jsonl"), "old");
        try (DatasetWriter writer = DatasetWriter.create(folder, List.of(context(DatasetType.DPO, "pairs")))) {
            writer.write("pairs", new Shaped.Line("{}", Optional.of("{}")));
        }
        assertThat(files()).containsExactly("pairs/train.jsonl");
        assertThat(folder.resolve("pairs/train.jsonl")).hasContent("old");
    }

    @Test
    void aNameNeverLeadsOutOfTheFolder() throws IOException {
        for (String name : List.of("../out", "a/b", "", ".", "a b", "ä")) {
            assertThatThrownBy(() -> DatasetWriter.create(folder, List.of(context(DatasetType.DPO, name))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "' is no name for a data set");
        }
        assertThatThrownBy(() -> DatasetWriter.create(
                        folder, List.of(context(DatasetType.DPO, "Pairs"), context(DatasetType.KTO, "pairs"))))
                .hasMessage("two data sets are named 'pairs'");
        assertThat(files()).isEmpty();
    }
}
