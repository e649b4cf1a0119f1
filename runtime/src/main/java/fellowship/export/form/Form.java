package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a consumer reads for one type of training.
 *
 * @param consumer who reads it, as in {@code --for}
 * @param type as in {@code --type}
 * @param says what it is for, in a sentence
 * @param fields the columns, in their order
 * @param emit a record's rows
 * @param companions files to write beside the rows, by name: configuration that the consumer needs
 */
public record Form(
        String consumer,
        String type,
        String says,
        Function<Survey, List<Field>> fields,
        BiFunction<FullRecord, Survey, Emitted> emit,
        Function<Layout, Map<String, String>> companions) {

    /**
     * What was written, for companions.
     *
     * @param files the data files, each split's in its order
     * @param survey of the records
     */
    public record Layout(List<DataFile> files, Survey survey) {
        public Layout {
            files = List.copyOf(files);
        }
    }

    /**
     * @param split as {@code train}
     * @param path beside the companions
     */
    public record DataFile(String split, String path) {}

    static Form of(
            String consumer,
            String type,
            String says,
            Function<Survey, List<Field>> fields,
            BiFunction<FullRecord, Survey, Emitted> emit) {
        return new Form(consumer, type, says, fields, emit, layout -> Map.of());
    }

    Form beside(Function<Layout, Map<String, String>> files) {
        return new Form(consumer, type, says, fields, emit, files);
    }
}
