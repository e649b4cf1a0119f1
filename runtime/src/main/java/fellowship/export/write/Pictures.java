package fellowship.export.write;

import fellowship.export.record.RecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as Parquet files carry them: files are read, {@code data:} texts unpacked, and addresses left as they are, for the
 * reader to fetch.
 */
public final class Pictures {

    private final Path folder;

    /** @param folder that paths are relative to */
    public Pictures(Path folder) {
        this.folder = folder;
    }

    Map<String, @Nullable Object> read(String where) {
        Map<String, @Nullable Object> picture = new HashMap<>();
        if (where.startsWith("https://") || where.startsWith("http://")) {
            picture.put("bytes", null);
            picture.put("path", where);
        } else if (where.startsWith("data:")) {
            picture.put("bytes", unpacked(where));
            picture.put("path", "");
        } else {
            picture.put("bytes", file(where));
            picture.put("path", Path.of(where).getFileName().toString());
        }
        return picture;
    }

    private byte[] file(String where) {
        try {
            return Files.readAllBytes(folder.resolve(where));
        } catch (IOException e) {
            throw new RecordException("the picture " + where + " cannot be read from " + folder
                    + "; paths of pictures are relative to the file that names them");
        }
    }

    private static byte[] unpacked(String where) {
        int comma = where.indexOf(',');
        if (comma < 0 || !where.substring(0, comma).endsWith(";base64")) {
            throw new RecordException("a picture in a data: text must be in base64");
        }
        try {
            return Base64.getDecoder().decode(where.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new RecordException("a picture in a data: text is no base64: " + e.getMessage());
        }
    }
}
