package fellowship.dataset;

import fellowship.plan.DatasetType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the data sets of a run and its rejects. Lines go to the disk as they come; nothing appears under its name before
 * {@link #commit}. Closed without it, the run folder is as it was. One thread writes.
 *
 * <p>{@code NAME/train.jsonl} has the trainer's columns alone, {@code NAME/full.jsonl} line for line the same with all
 * that is known; a {@code jsonl} data set is one file, since it has all in itself. A data set without lines is an empty file.
 */
public final class DatasetWriter implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Map<String, Files> files = new LinkedHashMap<>();
    private final LineFile rejects;

    private record Files(ShapeContext context, LineFile train, Optional<LineFile> full) {}

    private DatasetWriter(Path folder) {
        this.rejects = LineFile.create(folder, Reject.FILE);
    }

    /**
     * @param folder the run folder
     * @param outputs the data sets, as {@link ShapeContext#of(fellowship.plan.Plan)} lists them
     * @throws IllegalArgumentException when a name is no folder name, or comes twice
     * @throws fellowship.store.DiskException here and below, when the disk refuses
     */
    public static DatasetWriter create(Path folder, List<ShapeContext> outputs) {
        DatasetWriter writer = new DatasetWriter(folder);
        try {
            outputs.forEach(output -> writer.add(folder, output));
            return writer;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private void add(Path folder, ShapeContext context) {
        String name = context.output().name();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name for a data set: letters, digits, _ and -");
        }
        if (files.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("two data sets are named '" + name + "'");
        }
        boolean single = context.output().type() == DatasetType.JSONL;
        LineFile train = LineFile.create(folder, name + "/train.jsonl");
        Optional<LineFile> full =
                single ? Optional.empty() : Optional.of(LineFile.create(folder, name + "/full.jsonl"));
        files.put(name, new Files(context, train, full));
    }

    /** Adds a line to the data set of that name. */
    public void write(String name, Shaped.Line line) {
        Files dataset = Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no data set is named '" + name + "'"));
        dataset.train().write(line.train());
        dataset.full().ifPresent(full -> full.write(line.full().orElseThrow()));
    }

    public void reject(Reject reject) {
        rejects.write(reject.json());
    }

    /** Makes all files appear, training files after their full ones. The manifest, written after this, makes it final. */
    public Written commit() {
        Map<String, WrittenFile> full = new HashMap<>();
        files.forEach((name, dataset) -> dataset.full().ifPresent(file -> full.put(name, file.commit())));
        List<WrittenDataset> datasets = new ArrayList<>();
        files.forEach((name, dataset) -> datasets.add(
                new WrittenDataset(dataset.context(), dataset.train().commit(), Optional.ofNullable(full.get(name)))));
        return new Written(datasets, rejects.commit());
    }

    @Override
    public void close() {
        files.values().forEach(dataset -> {
            dataset.train().close();
            dataset.full().ifPresent(LineFile::close);
        });
        rejects.close();
    }
}
