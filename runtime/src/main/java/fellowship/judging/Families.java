package fellowship.judging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which models are relatives: judges favour what models of their own family wrote (arXiv 2404.13076). Told by the name, so
 * a fine-tuned model under a name of its own is a family of its own.
 */
public final class Families {

    private record Family(String name, List<String> signs) {}

    private static final List<Family> KNOWN = List.of(
            new Family("gpt", List.of("gpt-", "gpt4", "chatgpt", "davinci")),
            new Family("claude", List.of("claude")),
            new Family("gemini", List.of("gemini")),
            new Family("gemma", List.of("gemma")),
            new Family("llama", List.of("llama", "vicuna", "alpaca", "tulu")),
            new Family("qwen", List.of("qwen", "qwq")),
            new Family("mistral", List.of("mistral", "mixtral", "ministral", "codestral")),
            new Family("deepseek", List.of("deepseek")),
            new Family("phi", List.of("phi-", "phi3", "phi4")),
            new Family("command", List.of("command-", "c4ai", "aya-")),
            new Family("grok", List.of("grok")),
            new Family("glm", List.of("glm-", "chatglm")),
            new Family("kimi", List.of("kimi", "moonshot")),
            new Family("olmo", List.of("olmo")),
            new Family("smollm", List.of("smollm")));

    /** Short names that would be found inside other names. */
    private static final Pattern REASONING = Pattern.compile("(?:^|[^a-z0-9])o[134](?:$|[^a-z0-9])");

    private Families() {}

    /** The family of a model by its name; a name that tells none is a family of its own. */
    public static String of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        Optional<Family> family = KNOWN.stream()
                .filter(known -> known.signs().stream().anyMatch(name::contains))
                .findFirst();
        return family.map(Family::name).orElse(REASONING.matcher(name).find() ? "gpt" : name);
    }
}
