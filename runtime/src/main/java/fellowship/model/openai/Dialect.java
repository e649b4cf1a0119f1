package fellowship.model.openai;

import fellowship.chat.ChatRequest;
import fellowship.chat.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of a request one model takes.
 *
 * @param bound the name of the bound on tokens
 * @param schema whether {@code response_format} is sent
 * @param maySkipSchema whether a server that refuses it may be asked without
 * @param left parameters that are left out
 */
record Dialect(String bound, boolean schema, boolean maySkipSchema, Set<String> left) {

    private static final String OLD_BOUND = "max_tokens";
    private static final String NEW_BOUND = "max_completion_tokens";
    private static final Set<String> OPTIONAL = Set.of("temperature", "top_p", "stop", "seed", "logprobs");
    private static final Set<String> REASONS = Set.of("unsupported-parameter", "bad-request");
    private static final Pattern PARAM = Pattern.compile("\"param\"\\s*:\\s*\"([^\"]{1,60})\"");
    private static final Pattern SCHEMA =
            Pattern.compile("response_format|json_schema|guided|grammar|structured output", Pattern.CASE_INSENSITIVE);

    Dialect {
        left = Set.copyOf(left);
    }

    static Dialect standard(Optional<Boolean> jsonSchema) {
        return new Dialect(OLD_BOUND, jsonSchema.orElse(true), jsonSchema.isEmpty(), Set.of());
    }

    boolean takes(String parameter) {
        return !left.contains(parameter);
    }

    /** The dialect to try instead, where the refusal names a part that this request has and can do without. */
    Optional<Dialect> without(ChatRequest request, ModelException refused) {
        if (!REASONS.contains(refused.reason())) {
            return Optional.empty();
        }
        String words = words(refused);
        if (request.schema().isPresent()
                && schema
                && maySkipSchema
                && SCHEMA.matcher(words).find()) {
            return Optional.of(new Dialect(bound, false, true, left));
        }
        boolean named = refused.reason().equals("unsupported-parameter");
        if (bound.equals(OLD_BOUND) && words.contains(named ? OLD_BOUND : NEW_BOUND)) {
            return Optional.of(new Dialect(NEW_BOUND, schema, maySkipSchema, left));
        }
        if (!named) {
            return Optional.empty();
        }
        return sent(request).stream().filter(words::contains).findFirst().map(this::leaving);
    }

    private Dialect leaving(String parameter) {
        Set<String> more = new TreeSet<>(left);
        more.add(parameter);
        return new Dialect(bound, schema, maySkipSchema, more);
    }

    /** The server's own words and the parameter it names; not its whole body, which may repeat the prompt. */
    private static String words(ModelException refused) {
        Matcher param = PARAM.matcher(refused.raw());
        return (refused.getMessage() + (param.find() ? " " + param.group(1) : "")).toLowerCase(Locale.ROOT);
    }

    private List<String> sent(ChatRequest request) {
        List<String> names = new ArrayList<>();
        request.sampling().temperature().ifPresent(value -> names.add("temperature"));
        request.sampling().topP().ifPresent(value -> names.add("top_p"));
        request.sampling().topLogprobs().ifPresent(value -> names.add("logprobs"));
        if (!request.sampling().stop().isEmpty()) {
            names.add("stop");
        }
        if (request.draw() > 0) {
            names.add("seed");
        }
        names.removeIf(name -> !OPTIONAL.contains(name) || !takes(name));
        return names;
    }

    /** What was learned, for a person. */
    String describe() {
        List<String> facts = new ArrayList<>();
        if (bound.equals(NEW_BOUND)) {
            facts.add("takes " + NEW_BOUND + " in place of " + OLD_BOUND);
        }
        if (!schema) {
            facts.add("takes no schema of the reply, so only the prompt asks for it");
        }
        left.stream().sorted().forEach(name -> facts.add("does not take " + name + ", which is left out"));
        return String.join("; ", facts);
    }
}
