package fellowship.model.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which a secret is written down somewhere. */
final class SecretForms {

    private SecretForms() {}

    static Stream<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("/", "\\/"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes)));
        for (int skip = 0; skip < 3; skip++) {
            String inner = base64(bytes, skip);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
        }
        return forms.stream();
    }

    /** Base64 of the secret as it looks at each of the three places where a longer text may hold it. */
    private static String base64(byte[] bytes, int skip) {
        byte[] shifted = new byte[bytes.length + skip];
        System.arraycopy(bytes, 0, shifted, skip, bytes.length);
        String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int sure = coded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        return coded.substring(Math.min(sure, skip == 0 ? 0 : skip + 1), sure);
    }

    /** Whether no text holds these characters by chance: words alone, as in {@code no-key-required}, may stand anywhere. */
    static boolean isUnlikely(String window) {
        boolean digit = window.chars().anyMatch(c -> c >= '0' && c <= '9');
        // Capitals inside a word: base64, not prose.
        return digit || window.matches(".*[a-z][A-Z].*[a-z][A-Z].*");
    }
}
