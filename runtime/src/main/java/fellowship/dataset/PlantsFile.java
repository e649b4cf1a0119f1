package fellowship.dataset;

import fellowship.row.Row;
import java.nio.file.Path;

/**
 * {@code plants.jsonl}: the worthless answers that judges were tried with, and what they said of them. They are in no data
 * set. One thread writes.
 */
public final class PlantsFile implements AutoCloseable {

    /** The file in the run folder. */
    public static final String FILE = "plants.jsonl";

    private final LineFile file;

    /** @param folder the run folder */
    public PlantsFile(Path folder) {
        this.file = LineFile.create(folder, FILE);
    }

    /** The plants of a row's verdict. */
    public void take(Row row) {
        row.verdict()
                .ifPresent(verdict -> verdict.plants().forEach(plant -> file.json(VerdictFacts.plant(row, plant))));
    }

    /** Makes the file appear. */
    public WrittenFile commit() {
        return file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
