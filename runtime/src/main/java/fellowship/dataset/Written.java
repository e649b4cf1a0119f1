package fellowship.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a run wrote.
 *
 * @param datasets in the order of the plan
 * @param rejects {@code rejects.jsonl}; empty when nothing went wrong
 */
public record Written(List<WrittenDataset> datasets, WrittenFile rejects) {

    public Written {
        datasets = List.copyOf(datasets);
    }

    /** Every file, for the manifest. */
    public List<WrittenFile> files() {
        List<WrittenFile> files = new ArrayList<>();
        datasets.forEach(dataset -> {
            files.add(dataset.train());
            dataset.full().ifPresent(files::add);
        });
        files.add(rejects);
        return files;
    }
}
