package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fellowship.chat.Finish;
import fellowship.plan.DatasetType;
import fellowship.plan.Plan;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run folder goes through the loader that trainers use, where Python and its {@code datasets} are there. */
class LoadFolderTest {

    /** Names another Python than {@code python3}, for example that of a virtual environment. */
    private static final String PYTHON =
            Optional.ofNullable(System.getenv("FELLOWSHIP_PYTHON")).orElse("python3");

    private static final String LONG = " and so on".repeat(200);

    @TempDir
    Path folder;

    @Test
    void everyDatasetOfARunLoadsAsItIs() throws IOException, InterruptedException {
        assumeTrue(python("-c", "import datasets").ok(), "skipped: " + PYTHON + " has no datasets package");
        writeRun(folder, 2000);
        Said said = python("../tests/consumers/load_folder.py", folder.toString());
        assertThat(said.ok()).as(said.text()).isTrue();
        assertThat(said.text().lines().map(line -> line.split(" rows")[0]))
                .containsExactly(
                        "dpo_set: 2000",
                        "dpo_set-full: 2000",
                        "kto_set: 4000",
                        "kto_set-full: 4000",
                        "critiques_set: 4000",
                        "critiques_set-full: 4000",
                        "sft_set: 2000",
                        "sft_set-full: 2000",
                        "jsonl_set: 2000");
    }

    @Test
    void twoRunsWriteTheSameBytes() throws IOException {
        List<WrittenFile> one = writeRun(folder.resolve("one"), 50);
        List<WrittenFile> two = writeRun(folder.resolve("two"), 50);
        assertThat(one).isEqualTo(two);
        assertThat(folder.resolve("one/README.md")).hasSameBinaryContentAs(folder.resolve("two/README.md"));
    }

    /**
     * Writes what a run would. Most pairs have no margin, the last ones do: loaders take 10 MB at a time, and so meet
     * nothing but nulls before the first number.
     */
    static List<WrittenFile> writeRun(Path run, int rows) {
        Plan plan = Fixture.plan(
                true, DatasetType.DPO, DatasetType.KTO, DatasetType.CRITIQUES, DatasetType.SFT, DatasetType.JSONL);
        List<ShapeContext> outputs = ShapeContext.of(plan);
        LabelTally tally = new LabelTally();
        try (DatasetWriter writer = DatasetWriter.create(run, outputs)) {
            for (int i = 0; i < rows; i++) {
                Row row = row(i, i < rows * 3 / 4 ? OptionalDouble.empty() : OptionalDouble.of(4));
                tally.sample(row.verdict().stream().toList(), List.of());
                for (ShapeContext output : outputs) {
                    for (Shaped shaped : RowShape.of(output.output().type()).shape(row, output)) {
                        writer.write(output.output().name(), (Shaped.Line) shaped);
                    }
                    tally.line(output.output(), row);
                }
            }
            Written written = writer.commit();
            DatasetCard.write(run, facts(plan, tally, written, rows));
            return written.files();
        }
    }

    private static Row row(int i, OptionalDouble margin) {
        Draft poor = Fixture.reviewed("d1", "Magic " + i + ". \ud800 \u2028" + LONG, 4);
        Draft good = Fixture.reviewed("d2", "Scattering \ud83d\ude00 " + i + "." + LONG, 8);
        Draft last = Fixture.draft("d3", "Never read", Finish.LENGTH);
        return Fixture.row(poor, good, last).withPreference(new Preference(good, poor, margin, "best-worst"), i + 1);
    }

    private static CardFacts facts(Plan plan, LabelTally tally, Written written, int rows) {
        return new CardFacts(
                plan,
                List.of(),
                List.of(),
                new CardFacts.Funnel(rows, rows, 0, 0, 0, Map.of(), Map.of()),
                new CardFacts.Spending(0, 0, 0, false, OptionalLong.empty()),
                written,
                tally.labels(),
                tally.pairs("dpo_set").map(pairs -> Map.of("dpo_set", pairs)).orElse(Map.of()),
                List.of(),
                List.of());
    }

    private record Said(boolean ok, String text) {}

    private static Said python(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(Arrays.asList(arguments));
        try {
            Path said = Files.createTempFile("python", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ok = process.waitFor() == 0;
            String text = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Said(ok, text);
        } catch (IOException e) {
            return new Said(false, String.valueOf(e.getMessage()));
        }
    }
}
