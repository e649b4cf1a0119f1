package fellowship.chat;

/**
 * Which model, at which provider. Written {@code openai:gpt-4o-mini}, {@code anthropic:claude-haiku},
 * {@code embedded:smollm2}, {@code scripted:answers.jsonl}, {@code synthetic:position=0.3}, or {@code http://localhost:8000/v1#llama} for any
 * OpenAI-compatible server.
 *
 * @param provider a provider's name from the configuration, or a base URL
 * @param model the model's name as that provider knows it; may be empty for a provider that serves just one
 */
public record ModelRef(String provider, String model) {

    public ModelRef {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("a model reference needs a provider, for example openai:gpt-4o-mini");
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is neither {@code provider:model} nor {@code URL#model}
     */
    public static ModelRef parse(String text) {
        if (isUrl(text)) {
            int hash = text.lastIndexOf('#');
            if (hash < 0 || hash == text.length() - 1) {
                throw new IllegalArgumentException("'" + text + "' names a server but no model; write "
                        + text.replaceAll("[/#]+$", "") + "#MODEL");
            }
            return new ModelRef(text.substring(0, hash).replaceAll("/+$", ""), text.substring(hash + 1));
        }
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a model reference; write provider:model (openai:gpt-4o-mini) or URL#model");
        }
        return new ModelRef(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether a script's {@code model '…'} is a full reference and not a role's name. */
    public static boolean isReference(String text) {
        return isUrl(text) || text.indexOf(':') > 0;
    }

    /** Whether the provider is a base URL and not a name. */
    public boolean isUrl() {
        return isUrl(provider);
    }

    private static boolean isUrl(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    @Override
    public String toString() {
        return isUrl() ? provider + "#" + model : provider + ":" + model;
    }
}
