package fellowship.dataset;

import fellowship.plan.RowType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where rows are read from.
 *
 * @param name as people know it
 * @param path the file
 * @param piped whether it is what came through standard input
 */
record InputPlace(String name, Path path, boolean piped) {

    /** What becomes of a file, by what it is. */
    interface Forms<T> {
        /** A table; the bytes stand at its header. */
        T table(InputStream in, char separator);

        /** JSON objects. */
        T objects(RawLines lines);
    }

    /**
     * The rows in a stream over the file's bytes.
     *
     * @throws InputException when the bytes are no text of ours
     */
    ReadRows rows(InputStream bytes, RowType type) throws IOException {
        return open(bytes, new Forms<>() {
            @Override
            public ReadRows table(InputStream in, char separator) {
                return new CsvRows(name, in, type, separator);
            }

            @Override
            public ReadRows objects(RawLines lines) {
                return new JsonRows(lines, type);
            }
        });
    }

    /**
     * An ending of {@code .csv} or {@code .tsv} says that it is a table; else the first byte tells an array from lines, and
     * through a pipe JSON from a table.
     *
     * @throws InputException when the bytes are no text of ours
     */
    <T> T open(InputStream bytes, Forms<T> forms) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 64 * 1024);
        in.mark(8);
        byte[] first = in.readNBytes(4);
        in.reset();
        refuse(first);
        if (first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            in.skipNBytes(3);
        }
        String lower = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!piped && (lower.endsWith(".csv") || lower.endsWith(".tsv"))) {
            return forms.table(in, lower.endsWith(".tsv") ? '\t' : ',');
        }
        int begins = firstByte(in);
        if (piped && begins != '{' && begins != '[') {
            return forms.table(in, ',');
        }
        return forms.objects(
                begins == '['
                        ? new ArrayReader(name, in, SampleSource.LONGEST)
                        : new LineReader(in, SampleSource.LONGEST));
    }

    private void refuse(byte[] first) {
        if (first.length < 2) {
            return;
        }
        int word = (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        if (word == 0xFFFE || word == 0xFEFF) {
            throw new InputException(name + " is UTF-16; save it as UTF-8");
        }
        if (word == 0x1F8B) {
            throw new InputException(name + " is compressed; unpack it with gunzip first");
        }
        if (first.length == 4 && first[0] == 'P' && first[1] == 'A' && first[2] == 'R' && first[3] == '1') {
            throw new InputException(name + " is Parquet; give JSON lines, a JSON array or CSV");
        }
    }

    /** The first byte that is no blank, of the first few thousand; the stream stays where it is. */
    private static int firstByte(BufferedInputStream in) throws IOException {
        in.mark(8192);
        int first = -1;
        for (int i = 0; i < 8192; i++) {
            first = in.read();
            if (first != ' ' && first != '\t' && first != '\r' && first != '\n') {
                break;
            }
        }
        in.reset();
        return first;
    }
}
