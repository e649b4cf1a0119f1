package fellowship.dataset;

import fellowship.plan.RowType;
import fellowship.row.Sample;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one or more files: JSON lines, a JSON array, or CSV with a header, told apart by the name's ending, else
 * by the first character. Read lazily, in memory that does not grow with the file. A line that is no sample is an entry
 * like any other, with its place and its fault.
 */
public final class SampleSource {

    private final List<Path> files;
    private final RowType type;

    public SampleSource(List<Path> files, RowType type) {
        this.files = List.copyOf(files);
        this.type = type;
    }

    List<Path> files() {
        return files;
    }

    /** All entries in order; closes each file at its end. */
    public Iterator<Entry> entries() {
        return new Entries();
    }

    static Records open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return new CsvRecords(in);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new JsonlRecords(in);
        }
        return switch (first(in)) {
            case '[' -> new JsonArrayRecords(in);
            case '{' -> new JsonlRecords(in);
            default -> name.endsWith(".json") ? new JsonArrayRecords(in) : new CsvRecords(in);
        };
    }

    /** The first character that is no white space and no byte order mark; nothing is taken from the stream. */
    private static int first(InputStream in) throws IOException {
        in.mark(1 << 12);
        int found = in.read();
        for (int i = 0;
                i < 4000 && (found <= ' ' || found == 0xEF || found == 0xBB || found == 0xBF) && found >= 0;
                i++) {
            found = in.read();
        }
        in.reset();
        return found;
    }

    private final class Entries implements Iterator<Entry> {

        private final Deque<Path> left = new ArrayDeque<>(files);
        private @Nullable Records records;
        private String file = "";
        private long ordinal;
        private Optional<Entry> ahead = Optional.empty();

        @Override
        public boolean hasNext() {
            if (ahead.isEmpty()) {
                ahead = advance();
            }
            return ahead.isPresent();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry entry = ahead.orElseThrow();
            ahead = Optional.empty();
            return entry;
        }

        private Optional<Entry> advance() {
            while (true) {
                if (records == null) {
                    if (left.isEmpty()) {
                        return Optional.empty();
                    }
                    Path path = left.removeFirst();
                    file = path.getFileName().toString();
                    try {
                        records = open(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                Optional<Records.Read> read = records.next();
                if (read.isPresent()) {
                    return Optional.of(entry(read.get(), records.textOnly()));
                }
                records.close();
                records = null;
            }
        }

        private Entry entry(Records.Read read, boolean textOnly) {
            if (read instanceof Records.Read.Broken broken) {
                return new Entry.Bad(file + ":" + broken.line(), broken.reason(), broken.message(), broken.raw());
            }
            Records.Read.Fine fine = (Records.Read.Fine) read;
            String origin = file + ":" + fine.line();
            try {
                return new Entry.Good(new Sample(
                        ordinal++, id(fine.fields()), origin, new Fields(type, textOnly).fit(fine.fields())));
            } catch (Fields.MisfitException e) {
                return new Entry.Bad(origin, "wrong-column", String.valueOf(e.getMessage()), Json.line(fine.fields()));
            }
        }
    }

    /** The row's own id, or sixteen digits that its content gives it. */
    static String id(java.util.Map<String, Object> fields) {
        Object id = fields.get("id");
        if (id instanceof String || id instanceof Long) {
            return id.toString();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.line(fields).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
