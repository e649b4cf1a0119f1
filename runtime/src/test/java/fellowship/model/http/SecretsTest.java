package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SecretsTest {

    private static final String KEY = "zk/7f3a9c51d2e84b+60a7d1";
    private static final Secrets SECRETS = Secrets.of(List.of(KEY, "hunter2-of-the-proxy-1", ""));

    private static List<String> forms() {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        return List.of(
                KEY,
                KEY.substring(3, 14),
                URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                KEY.replace("/", "\\/"),
                each("\\u%04x"),
                each("%%%02X"),
                each("&#%d;"),
                each("&#x%x;"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("user:" + KEY).getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("x" + KEY).getBytes(StandardCharsets.UTF_8)));
    }

    private static String each(String format) {
        return KEY.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    @Test
    void noFormOfTheKeyStaysInAMessage() {
        for (String form : forms()) {
            stays(SECRETS.fromMessage("before \"" + form + "\" after"), form);
        }
        assertThat(SECRETS.fromMessage("Bearer " + KEY + ", x")).isEqualTo("***, x");
    }

    @Test
    void norInAnAnswer() {
        for (String form : forms()) {
            stays(SECRETS.fromAnswer("before \"" + form + "\" after"), form);
        }
    }

    private static void stays(String shown, String form) {
        assertThat(shown).startsWith("before \"").endsWith("after").contains("***");
        for (int i = 0; i + 10 <= form.length(); i++) {
            assertThat(shown).doesNotContain(form.substring(i, i + 10));
        }
    }

    @Test
    void everySecretGoes() {
        assertThat(SECRETS.fromMessage("proxy hunter2-of-the-proxy-1 and " + KEY))
                .isEqualTo("proxy *** and ***");
    }

    @Test
    void aShortenedKeyOfAProviderGoesToo() {
        assertThat(SECRETS.fromMessage("Incorrect API key provided: sk-ab***9xyz."))
                .doesNotContain("9xyz", "sk-ab");
    }

    @Test
    void otherTextStays() {
        String text = "The quick brown fox; sketch-book, risk-free, key-word, 50%25 \\u0041 &#65;.";
        assertThat(SECRETS.fromAnswer(text)).isSameAs(text);
        assertThat(SECRETS.fromMessage("sketch-book, risk-free, 50%25")).isEqualTo("sketch-book, risk-free, 50%25");
    }

    @Test
    void aKeyMadeOfWordsLeavesTheseWordsAlone() {
        Secrets words = Secrets.of(List.of("sk-no-key-required"));
        assertThat(words.fromAnswer("No ticket is required, no-key-at all."))
                .isEqualTo("No ticket is required, no-key-at all.");
        assertThat(words.fromAnswer("it is sk-no-key-required.")).isEqualTo("it is ***.");
        assertThat(Secrets.of(List.of("EMPTY")).fromAnswer("EMPTY stays")).isEqualTo("EMPTY stays");
    }

    @Test
    void itPrintsNothing() {
        assertThat(SECRETS).hasToString("secrets ***");
    }
}
