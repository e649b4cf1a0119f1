package fellowship.config;

import fellowship.config.ProviderSettings.Protocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Providers that need no configuration but a key in the environment. They have no prices of their own, since prices
 * change: a few known ones stand with their dates in the {@link PriceTable}; what runs on this machine is free.
 */
final class BuiltInProviders {

    private BuiltInProviders() {}

    static Map<String, ProviderSettings> all() {
        Map<String, ProviderSettings> all = new LinkedHashMap<>();
        add(all, here("embedded", Protocol.EMBEDDED, ""));
        add(all, here("scripted", Protocol.SCRIPTED, ""));
        add(all, here("synthetic", Protocol.SYNTHETIC, ""));
        add(all, here("ollama", Protocol.OPENAI, "http://localhost:11434/v1"));
        add(all, here("vllm", Protocol.OPENAI, "http://localhost:8000/v1"));
        add(all, here("llama-cpp", Protocol.OPENAI, "http://localhost:8080/v1"));
        add(all, here("lm-studio", Protocol.OPENAI, "http://localhost:1234/v1"));
        add(all, away("openai", Protocol.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY"));
        add(all, away("anthropic", Protocol.ANTHROPIC, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"));
        add(all, away("openrouter", Protocol.OPENAI, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"));
        add(all, away("groq", Protocol.OPENAI, "https://api.groq.com/openai/v1", "GROQ_API_KEY"));
        add(all, away("mistral", Protocol.OPENAI, "https://api.mistral.ai/v1", "MISTRAL_API_KEY"));
        add(all, away("deepseek", Protocol.OPENAI, "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"));
        add(all, away("together", Protocol.OPENAI, "https://api.together.xyz/v1", "TOGETHER_API_KEY"));
        add(all, away("fireworks", Protocol.OPENAI, "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY"));
        add(all, away("xai", Protocol.OPENAI, "https://api.x.ai/v1", "XAI_API_KEY"));
        add(
                all,
                away(
                        "gemini",
                        Protocol.OPENAI,
                        "https://generativelanguage.googleapis.com/v1beta/openai",
                        "GEMINI_API_KEY"));
        return all;
    }

    private static void add(Map<String, ProviderSettings> all, ProviderSettings settings) {
        all.put(settings.name(), settings);
    }

    private static ProviderSettings here(String name, Protocol protocol, String url) {
        return settings(name, protocol, url, new KeySource.None(), Map.of("*", Price.FREE));
    }

    private static ProviderSettings away(String name, Protocol protocol, String url, String variable) {
        return settings(name, protocol, url, new KeySource.Env(variable), Map.of());
    }

    private static ProviderSettings settings(
            String name, Protocol protocol, String url, KeySource key, Map<String, Price> prices) {
        return new ProviderSettings(
                name,
                protocol,
                url,
                key,
                url.isEmpty() ? List.of() : ProviderPatch.hostOf(url),
                Map.of(),
                Limits.none(),
                prices,
                ProviderSettings.DEFAULT_TIMEOUT,
                Optional.empty());
    }
}
