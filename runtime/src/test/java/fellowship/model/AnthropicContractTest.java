package fellowship.model;

import fellowship.config.ProviderSettings;

final class AnthropicContractTest extends WireContract {

    @Override
    ProviderSettings.Protocol protocol() {
        return ProviderSettings.Protocol.ANTHROPIC;
    }
}
