package fellowship.export.write;

import fellowship.export.form.Field;
import fellowship.store.WholeFile;
import fellowship.text.WellFormed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON in UTF-8, one object a line, every key on every line. */
final class JsonRowFile implements RowFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WholeFile file;
    private final List<Field> fields;

    JsonRowFile(Path path, List<Field> fields) {
        this.file = WholeFile.create(path);
        this.fields = fields;
    }

    @Override
    public void write(Map<String, Object> row) throws IOException {
        Types.check(fields, row);
        file.out().write((WellFormed.text(MAPPER.writeValueAsString(row)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long commit() {
        return RowFile.commit(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
