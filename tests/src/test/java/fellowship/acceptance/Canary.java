package fellowship.acceptance;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A secret that is looked for in everything a run has written: whole, in any eight characters, and as base64, hexadecimal,
 * in a URL and in JSON.
 *
 * @param value without white space, of letters, digits and signs
 */
record Canary(String value) {

    private static final int PIECE = 8;

    /** What a server sends back of it. */
    List<String> forms() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return List.of(
                value,
                value.substring(0, value.length() / 2),
                value.substring(value.length() / 2),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("user:" + value).getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("u:" + value).getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                each("%%%02x"),
                each("\\u%04x"));
    }

    private String each(String format) {
        return value.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    /** Everything that must stand nowhere. */
    private Set<String> pieces() {
        Set<String> pieces = new LinkedHashSet<>();
        for (String form : forms()) {
            // An escape of one character is no secret: there, as many characters as eight take.
            int width = form.startsWith("%") && form.length() == 3 * value.length()
                    ? 3 * PIECE
                    : form.startsWith("\\u") ? 6 * PIECE : PIECE;
            for (int i = 0; i + width <= form.length(); i++) {
                pieces.add(form.substring(i, i + width));
            }
        }
        // The beginning of "user:" in base64 is no part of it.
        String user = Base64.getEncoder().encodeToString("user:".getBytes(StandardCharsets.UTF_8));
        pieces.removeIf(
                piece -> piece.startsWith(user.substring(0, 5)) || piece.startsWith("dTp") && piece.length() <= PIECE);
        return pieces;
    }

    /** Where pieces of it stand in these files, text in UTF-8 and in UTF-16. */
    List<String> hits(List<Path> files) throws IOException {
        List<String> hits = new ArrayList<>();
        Set<String> pieces = pieces();
        for (Path file : files) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String view : List.of(bytes, bytes.replace("\u0000", ""))) {
                pieces.stream().filter(view::contains).forEach(piece -> hits.add(file + ": " + piece + " of " + value));
            }
        }
        return hits;
    }

    static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
