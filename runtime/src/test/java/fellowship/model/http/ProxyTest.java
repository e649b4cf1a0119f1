package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxyTest {

    private static final URI TARGET = URI.create("https://api.openai.com/v1");

    @Test
    void theEnvironmentNamesTheProxy() {
        assertThat(Proxy.of(TARGET, Map.of("HTTPS_PROXY", "http://proxy.corp:3128")))
                .contains(new Proxy("proxy.corp", 3128, Optional.empty(), ""));
    }

    @Test
    void userAndPasswordAreDecodedAndNotPrinted() {
        Proxy proxy = Proxy.of(TARGET, Map.of("https_proxy", "http://me:p%40ss@proxy.corp"))
                .orElseThrow();
        assertThat(proxy.user()).contains("me");
        assertThat(proxy.password()).isEqualTo("p@ss");
        assertThat(proxy).hasToString("proxy proxy.corp:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, true", ".openai.com, true", "*.openai.com, true", "openai.com, true", "*, true",
        "'other.org, openai.com', true", "openai.com:443, true", "nai.com, false", "other.org, false", "'', false"
    })
    void someHostsAreAskedDirectly(String list, boolean direct) {
        assertThat(Proxy.of(TARGET, Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", list))
                        .isEmpty())
                .isEqualTo(direct);
    }

    @Test
    void thisMachineIsNeverAskedThroughAProxy() {
        assertThat(Proxy.of(URI.create("http://localhost:8000/v1"), Map.of("http_proxy", "proxy:1")))
                .isEmpty();
    }
}
