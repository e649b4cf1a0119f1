package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.config.ProviderSettings;
import org.junit.jupiter.api.Test;

final class OpenAiContractTest extends WireContract {

    @Override
    ProviderSettings.Protocol protocol() {
        return ProviderSettings.Protocol.OPENAI;
    }

    @Test
    void twoDrawsDiffer() {
        ChatRequest first = ask("Name a flower.");
        ChatRequest second = new ChatRequest(ref(), first.messages(), first.sampling(), first.schema(), 1);
        assertThat(answer(first).text()).isNotEqualTo(answer(second).text());
    }
}
