package fellowship.run;

import fellowship.engine.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Pictures from the input's folder, as {@code data:} URIs; addresses stay as they are. */
final class PictureFiles implements Pictures {

    /** Most bytes of a picture; providers take no larger ones. */
    private static final long LIMIT = 20L << 20;

    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    private final Path base;

    PictureFiles(Path base) {
        this.base = base;
    }

    @Override
    public String url(String pathOrUrl) {
        if (pathOrUrl.startsWith("http://")
                || pathOrUrl.startsWith("https://")
                || pathOrUrl.startsWith("data:image/")) {
            return pathOrUrl;
        }
        String ending = pathOrUrl.substring(pathOrUrl.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalArgumentException(
                    "'" + pathOrUrl + "' is no picture that models take: png, jpg, gif, webp");
        }
        Path file = base.resolve(pathOrUrl);
        try {
            if (Files.size(file) > LIMIT) {
                throw new IllegalArgumentException("the picture " + file + " is larger than 20 MB");
            }
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("the picture " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
