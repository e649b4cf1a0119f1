package fellowship.model.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a key out of text: any eight characters in a row of it, also as base64, hexadecimal or in a URL, and whatever
 * else looks like a key that a provider has shortened.
 */
final class Redaction {

    private static final String MASK = "***";
    private static final int WINDOW = 8;
    private static final Pattern LOOKS_LIKE_A_KEY =
            Pattern.compile("(?<![A-Za-z0-9])(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_*.…-]{4,}|Bearer\\s+[^\\s\"',}]+");

    private final String key;
    private final Set<String> windows;

    private Redaction(String key, Set<String> windows) {
        this.key = key;
        this.windows = windows;
    }

    static Redaction of(String key) {
        Set<String> windows = new HashSet<>();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        addWindows(windows, key);
        addWindows(windows, URLEncoder.encode(key, StandardCharsets.UTF_8));
        addWindows(windows, HexFormat.of().formatHex(bytes));
        addWindows(windows, HexFormat.of().withUpperCase().formatHex(bytes));
        for (int skip = 0; skip < 3; skip++) {
            addBase64(windows, bytes, skip);
        }
        return new Redaction(key, windows);
    }

    /** Base64 of the key as it looks at each of the three places where a longer text may hold it. */
    private static void addBase64(Set<String> windows, byte[] bytes, int skip) {
        byte[] shifted = new byte[bytes.length + skip];
        System.arraycopy(bytes, 0, shifted, skip, bytes.length);
        String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int sure = coded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        String inner = coded.substring(Math.min(sure, skip == 0 ? 0 : skip + 1), sure);
        addWindows(windows, inner);
        addWindows(windows, inner.replace('+', '-').replace('/', '_'));
    }

    private static void addWindows(Set<String> windows, String form) {
        for (int i = 0; i + WINDOW <= form.length(); i++) {
            windows.add(form.substring(i, i + WINDOW));
        }
    }

    /** Without the whole key; a key of less than eight characters is no secret and may be a word of any text. */
    String whole(String text) {
        return key.length() >= WINDOW && text.contains(key) ? text.replace(key, MASK) : text;
    }

    String everywhere(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int shown = 0;
        int hidden = 0;
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            if (windows.contains(text.substring(i, i + WINDOW))) {
                if (i >= hidden) {
                    out.append(text, Math.max(shown, hidden), i).append(MASK);
                }
                hidden = i + WINDOW;
                shown = hidden;
            }
        }
        out.append(text, Math.max(shown, hidden), text.length());
        String rest = key.length() >= WINDOW ? out.toString() : out.toString().replace(key, MASK);
        return LOOKS_LIKE_A_KEY.matcher(rest).replaceAll(MASK);
    }
}
