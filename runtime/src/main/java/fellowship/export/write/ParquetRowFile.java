package fellowship.export.write;

import fellowship.export.form.Field;
import fellowship.export.parquet.Column;
import fellowship.export.parquet.ParquetWriter;
import fellowship.store.WholeFile;
import fellowship.text.WellFormed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parquet with the key {@code huggingface}, which tells {@code datasets} the features: pictures arrive as pictures. A picture
 * is a group of its bytes and its path.
 */
final class ParquetRowFile implements RowFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WholeFile file;
    private final List<Field> fields;
    private final Pictures pictures;
    private final ParquetWriter writer;

    ParquetRowFile(Path path, List<Field> fields, Pictures pictures) throws IOException {
        this.file = WholeFile.create(path);
        this.fields = fields;
        this.pictures = pictures;
        this.writer = new ParquetWriter(
                file.out(),
                fields.stream().map(ParquetRowFile::column).toList(),
                Map.of("huggingface", features(fields)));
    }

    private static String features(List<Field> fields) {
        Map<String, Object> features = new LinkedHashMap<>();
        fields.forEach(field -> features.put(field.name(), field.feature()));
        return MAPPER.writeValueAsString(Map.of("info", Map.of("features", features)));
    }

    private static Column column(Field field) {
        Column.Kind kind =
                switch (field.kind()) {
                    case TEXT -> Column.Kind.TEXT;
                    case DECIMAL -> Column.Kind.DECIMAL;
                    case WHOLE -> Column.Kind.WHOLE;
                    case YES_NO -> Column.Kind.YES_NO;
                    case OBJECT, PICTURE -> Column.Kind.GROUP;
                    case LIST -> Column.Kind.LIST;
                };
        List<Column> inner = field.kind() == Field.Kind.PICTURE
                ? List.of(
                        optional("bytes", Column.Kind.BYTES, List.of()), optional("path", Column.Kind.TEXT, List.of()))
                : field.inner().stream().map(ParquetRowFile::column).toList();
        return optional(field.name(), kind, inner);
    }

    /** {@code datasets} heeds its key only where all may be null, though nothing is. */
    private static Column optional(String name, Column.Kind kind, List<Column> inner) {
        return new Column(name, kind, true, inner);
    }

    @Override
    public void write(Map<String, Object> row) throws IOException {
        Types.check(fields, row);
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        fields.forEach(field -> made.put(
                field.name(),
                value(field, Optional.ofNullable(row.get(field.name())).orElseThrow())));
        writer.write(made);
    }

    private Object value(Field field, Object value) {
        return switch (field.kind()) {
            case PICTURE -> pictures.read((String) value);
            case TEXT -> WellFormed.text((String) value);
            case LIST ->
                ((List<?>) value)
                        .stream().map(item -> value(field.inner().get(0), item)).toList();
            case OBJECT ->
                field.inner().stream()
                        .collect(Collectors.toMap(
                                Field::name,
                                inner -> value(
                                        inner,
                                        Optional.ofNullable(((Map<?, ?>) value).get(inner.name()))
                                                .orElseThrow())));
            default -> value;
        };
    }

    @Override
    public long commit() throws IOException {
        writer.end();
        return RowFile.commit(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
