package fellowship.dataset;

import java.util.Optional;

/**
 * A data set that a run wrote.
 *
 * @param context which one
 * @param train what trainers load
 * @param full the same lines with all that is known of them; absent for data sets of one file
 */
public record WrittenDataset(ShapeContext context, WrittenFile train, Optional<WrittenFile> full) {

    public String name() {
        return context.output().name();
    }
}
