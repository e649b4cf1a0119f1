package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    /** Made up here, and put together so that nothing which scans sources takes them for real ones. */
    private static final String RANDOM = "Zq7Lw2XbN9fKd4TmRy8Vc3HsJp6GtA5eUo1WiQx0";

    @Test
    void keysAreKnownByTheirForm() {
        Map<String, String> keys = Map.of(
                "AKIA" + "J5QX7ZL2WN4KTR6V", "aws key",
                "ghp_" + RANDOM, "github token",
                "sk-" + "ant-" + RANDOM, "anthropic key",
                "sk-" + "proj-" + RANDOM, "openai key",
                "AIza" + RANDOM.substring(0, 35), "google key",
                "xoxb-" + RANDOM, "slack token",
                "sk_" + "live_" + RANDOM, "stripe key",
                "hf_" + RANDOM, "hugging face token",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ." + RANDOM, "jwt");
        keys.forEach((key, kind) ->
                assertThat(Secrets.in("Der Schlüssel ist " + key + ".")).as(key).contains(kind));
        assertThat(Secrets.in("-----BEGIN RSA PRIVATE KEY-----\n" + RANDOM + RANDOM + "\n-----END"))
                .contains("private key");
    }

    @Test
    void placeholdersAndWordsPass() {
        assertThat(Secrets.in("sk-" + "x".repeat(40))).isEmpty();
        assertThat(Secrets.in("AKIA" + "AAAAAAAAAAAAAAAA")).isEmpty();
        assertThat(Secrets.in("ghp_" + "1".repeat(36))).isEmpty();
        assertThat(Secrets.in("export OPENAI_API_KEY=sk-your-key-here")).isEmpty();
        assertThat(Secrets.in("A task-" + RANDOM + " is no key.")).isEmpty();
        assertThat(Secrets.in("-----BEGIN PRIVATE KEY----- is how the file begins."))
                .isEmpty();
        assertThat(Secrets.in("私の鍵は秘密です。")).isEmpty();
    }
}
