package fellowship.export;

import fellowship.export.record.FullRecord;
import fellowship.export.record.RecordFile;
import fellowship.export.record.RecordJson;
import fellowship.store.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Makes full records of others' files, a line of a line, in constant memory. */
public final class Convert {

    private Convert() {}

    /**
     * @param records how many there are
     * @param decided in how many one answer is preferred
     */
    public record Converted(long records, long decided) {}

    /**
     * @param format one of {@link fellowship.export.record.Foreign#names}
     * @throws fellowship.export.record.RecordException with file and line, when a line is none of the format
     */
    public static Converted run(Path from, String format, Path to) throws IOException {
        long records = 0;
        long decided = 0;
        try (RecordFile lines = RecordFile.open(from, format);
                WholeFile file = WholeFile.create(to)) {
            for (Optional<FullRecord> record = lines.next(); record.isPresent(); record = lines.next()) {
                file.out().write((RecordJson.write(record.get()) + "\n").getBytes(StandardCharsets.UTF_8));
                records++;
                decided += record.get().decision().isPresent() ? 1 : 0;
            }
            file.commit();
        }
        return new Converted(records, decided);
    }
}
