package fellowship.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.export.form.Forms;
import fellowship.export.split.Shares;
import fellowship.export.write.FileKind;
import fellowship.export.write.ShardedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits and shards of 200 records: 40 questions, each worded in five ways that differ in a word. */
class SplitsTest {

    private static final List<String> WORDINGS = List.of("now", "today", "please", "briefly", "quickly");

    @TempDir
    private Path temp;

    private Path records() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            int topic = i % 40;
            String question = question(topic) + " " + WORDINGS.get(i / 40);
            lines.append("{\"pair_id\":\"p%d\",\"row_id\":\"r%d\",\"prompt\":[{\"role\":\"user\",\"content\":\"%s\"}],"
                    .formatted(i, i, question));
            lines.append("\"tools\":\"\",\"images\":[],\"reference\":[],\"candidates\":[")
                    .append("{\"id\":\"c0\",\"messages\":[{\"role\":\"assistant\",\"content\":\"good %d\"}]},"
                            .formatted(i))
                    .append("{\"id\":\"c1\",\"messages\":[{\"role\":\"assistant\",\"content\":\"bad %d\"}]}],"
                            .formatted(i))
                    .append("\"judgments\":[],\"decision\":{\"chosen\":\"c0\",\"rejected\":\"c1\",\"margin\":1.0,")
                    .append("\"policy\":\"given\"},\"lineage\":\"\"}\n");
        }
        return Files.writeString(temp.resolve("records.jsonl"), lines);
    }

    /** Twenty words that no other topic has. */
    private static String question(int topic) {
        java.util.Random random = new java.util.Random(topic);
        StringBuilder text = new StringBuilder("how thing" + topic + " goes:");
        for (int word = 0; word < 20; word++) {
            text.append(' ');
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private Exported export(FileKind kind, Shares shares, long seed, long shardRows, String folder) throws IOException {
        return Export.run(new ExportJob(
                records(),
                Forms.of("trl", "preference").orElseThrow(),
                kind,
                shares,
                seed,
                shardRows,
                temp.resolve(folder),
                java.util.OptionalDouble.empty()));
    }

    private static Shares shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("test", 0.2);
        shares.put("validation", 0.1);
        return new Shares(shares);
    }

    @Test
    void nearlyEqualPromptsNeverStandInTwoSplits() throws IOException {
        Exported exported = export(FileKind.JSONL, shares(), 7, 0, "out");

        Map<String, Set<String>> splitsOfTopics = new LinkedHashMap<>();
        for (ShardedRows.Written file : exported.files()) {
            for (String line : Files.readAllLines(temp.resolve("out").resolve(file.path()))) {
                String topic = line.replaceFirst(".*how (thing\\d+) .*", "$1");
                splitsOfTopics.computeIfAbsent(topic, key -> new HashSet<>()).add(file.split());
            }
        }
        assertThat(splitsOfTopics)
                .hasSize(40)
                .allSatisfy((topic, splits) -> assertThat(splits).as(topic).hasSize(1));
    }

    @Test
    void sharesAreKeptWhereClustersAllowIt() throws IOException {
        Exported exported = export(FileKind.JSONL, shares(), 7, 0, "out");

        assertThat(exported.files())
                .extracting(ShardedRows.Written::split, ShardedRows.Written::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("train", 140L),
                        org.assertj.core.groups.Tuple.tuple("test", 40L),
                        org.assertj.core.groups.Tuple.tuple("validation", 20L));
    }

    @Test
    void aSeedGivesTheSameBytesAndAnotherGivesOthers() throws IOException {
        export(FileKind.JSONL, shares(), 7, 0, "one");
        export(FileKind.JSONL, shares(), 7, 0, "same");
        export(FileKind.JSONL, shares(), 8, 0, "other");

        assertThat(temp.resolve("same/test.jsonl")).hasSameBinaryContentAs(temp.resolve("one/test.jsonl"));
        assertThat(Files.readString(temp.resolve("other/test.jsonl")))
                .isNotEqualTo(Files.readString(temp.resolve("one/test.jsonl")));
    }

    @Test
    void shardsHoldAllRowsInTheirOrder() throws IOException {
        Exported whole = export(FileKind.JSONL, Shares.none(), 0, 0, "whole");
        Exported shards = export(FileKind.JSONL, Shares.none(), 0, 64, "shards");

        assertThat(shards.files())
                .extracting(ShardedRows.Written::path, ShardedRows.Written::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("train-00000.jsonl", 64L),
                        org.assertj.core.groups.Tuple.tuple("train-00001.jsonl", 64L),
                        org.assertj.core.groups.Tuple.tuple("train-00002.jsonl", 64L),
                        org.assertj.core.groups.Tuple.tuple("train-00003.jsonl", 8L));
        List<String> lines = new ArrayList<>();
        for (ShardedRows.Written file : shards.files()) {
            lines.addAll(Files.readAllLines(temp.resolve("shards").resolve(file.path())));
        }
        assertThat(lines)
                .isEqualTo(Files.readAllLines(
                        temp.resolve("whole").resolve(whole.files().get(0).path())));
    }

    @Test
    void theFullRecordsStandLineForLineBesideTheRows() throws IOException {
        export(FileKind.PARQUET, shares(), 7, 0, "out");

        assertThat(Files.readAllLines(temp.resolve("out/full/test.jsonl"))).hasSize(40);
        assertThat(temp.resolve("out/test.parquet")).isNotEmptyFile();
    }

    @Test
    void aNameThatLoadersRefuseIsRefused() {
        assertThatThrownBy(() -> new Shares(Map.of("my-test", 0.1))).hasMessageContaining("'my-test' is no name");
        assertThatThrownBy(() -> new Shares(Map.of("train", 0.1))).hasMessageContaining("beside train");
        assertThatThrownBy(() -> new Shares(Map.of("test", 0.0))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Shares(Map.of("test", 1.0))).hasMessageContaining("leave something to train");
    }
}
