package fellowship.model.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be shown or kept: a provider's key, the values of its secret headers, a proxy's password. Takes any eight
 * characters in a row of them out of text, also as base64, hexadecimal, in a URL or escaped in JSON, and whatever else
 * looks like a key that a provider has shortened.
 */
final class Secrets {

    /** There are none. */
    static final Secrets NONE = new Secrets(List.of());

    private static final String MASK = "***";
    private static final Pattern LOOKS_LIKE_A_KEY =
            Pattern.compile("(?<![A-Za-z0-9])(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_*.…-]{4,}|Bearer\\s+[^\\s\"',}]+");
    /** Escapes in a row: what they spell is looked at as text. */
    private static final Pattern ESCAPED =
            Pattern.compile("(?:\\\\u00[0-9a-fA-F]{2}){4,}|(?:%[0-9a-fA-F]{2}){4,}|(?:&#x?[0-9a-fA-F]{2,4};){4,}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u00(..)|%(..)|&#x(..);|&#0*(\\d{2,3});");

    private final List<String> brief;
    private final List<String> whole;
    private final Windows all;
    private final Windows unlikely;

    private Secrets(List<String> values) {
        this.brief =
                values.stream().filter(value -> value.length() < Windows.WIDTH).toList();
        this.whole =
                values.stream().filter(value -> value.length() >= Windows.WIDTH).toList();
        this.all = Windows.of(whole.stream().flatMap(SecretForms::of), window -> true);
        this.unlikely = Windows.of(whole.stream().flatMap(SecretForms::of), SecretForms::isUnlikely);
    }

    /** These values, and no others; empty ones do not count. */
    static Secrets of(List<String> values) {
        List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
        return filled.isEmpty() ? NONE : new Secrets(filled);
    }

    /**
     * A model's own words without the secrets: whole, or in pieces that no text holds by chance. A key of less than eight
     * characters is no secret, and one made of words ({@code no-key-required}) leaves these words alone.
     */
    String fromAnswer(String text) {
        String out = text;
        for (String value : whole) {
            out = out.contains(value) ? out.replace(value, MASK) : out;
        }
        return spelt(unlikely.mask(out, MASK), unlikely);
    }

    /** Text for messages, logs and rejects without any piece of them. */
    String fromMessage(String text) {
        String out = spelt(all.mask(text, MASK), all);
        for (String value : brief) {
            out = out.replace(value, MASK);
        }
        return LOOKS_LIKE_A_KEY.matcher(out).replaceAll(MASK);
    }

    private static String spelt(String text, Windows windows) {
        if (windows.isEmpty() || (text.indexOf('\\') < 0 && text.indexOf('%') < 0 && text.indexOf('&') < 0)) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(windows.hits(decoded(run.group())) ? MASK : run.group()));
    }

    private static String decoded(String run) {
        return ESCAPE.matcher(run).replaceAll(one -> {
            int code = one.group(4) != null
                    ? Integer.parseInt(one.group(4))
                    : Integer.parseInt(
                            one.group(1) != null ? one.group(1) : one.group(2) != null ? one.group(2) : one.group(3),
                            16);
            return Matcher.quoteReplacement(String.valueOf((char) code));
        });
    }

    @Override
    public String toString() {
        return "secrets " + MASK;
    }
}
