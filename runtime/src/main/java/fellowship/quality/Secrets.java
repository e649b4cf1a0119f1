package fellowship.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys and tokens of well-known forms, by the beginning and length that their issuers give them. What is all of a pattern, as
 * placeholders are, has too little entropy for a key and is passed over.
 */
public final class Secrets {

    /** Bits a character: random keys have 4 and more, {@code xxxxxxxx} has none. */
    private static final double LEAST_ENTROPY = 3.0;

    private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put(
                "private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*([A-Za-z0-9+/=\\s]{40,})"));
        form("aws key", "(?:AKIA|ASIA)([A-Z2-7]{16})");
        form("github token", "gh[pousr]_([A-Za-z0-9]{36,})");
        form("github token ", "github_pat_([A-Za-z0-9_]{60,})");
        form("anthropic key", "sk-ant-([A-Za-z0-9_-]{20,})");
        form("openai key", "sk-(?:proj-|svcacct-)?([A-Za-z0-9_-]{32,})");
        form("google key", "AIza([A-Za-z0-9_-]{35})");
        form("slack token", "xox[abprs]-([A-Za-z0-9-]{20,})");
        form("stripe key", "[sr]k_live_([A-Za-z0-9]{24,})");
        form("hugging face token", "hf_([A-Za-z0-9]{34,})");
        form("gitlab token", "glpat-([A-Za-z0-9_-]{20,})");
        form("npm token", "npm_([A-Za-z0-9]{36})");
        form("jwt", "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.([A-Za-z0-9_-]{20,})");
    }

    private Secrets() {}

    private static void form(String name, String pattern) {
        FORMS.put(name, Pattern.compile("(?<![A-Za-z0-9_-])" + pattern + "(?![A-Za-z0-9_])"));
    }

    /** The first kind found. */
    public static Optional<String> in(String text) {
        return FORMS.entrySet().stream()
                .filter(form -> form.getValue()
                        .matcher(text)
                        .results()
                        .anyMatch(found -> entropy(found.group(1)) >= LEAST_ENTROPY))
                .map(form -> form.getKey().strip())
                .findFirst();
    }

    /** Shannon's, over the characters. */
    private static double entropy(String text) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        text.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
