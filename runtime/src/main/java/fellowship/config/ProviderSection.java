package fellowship.config;

import fellowship.config.ProviderSettings.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code [providers.NAME]}. */
final class ProviderSection {

    private static final List<String> KEYS =
            List.of("protocol", "url", "key", "hosts", "headers", "limits", "prices", "timeout", "json-schema");
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");

    private final Section section;
    private final Path folder;

    private ProviderSection(Section section, Path folder) {
        this.section = section.closed(KEYS);
        this.folder = folder;
    }

    /** @param folder the file's own, from which relative paths of key files count */
    static ProviderPatch read(Section section, String where, Path folder) {
        return new ProviderSection(section, folder).patch(where);
    }

    private ProviderPatch patch(String where) {
        return new ProviderPatch(
                where,
                protocol(),
                url(),
                key(),
                section.texts("hosts"),
                headers(),
                limits(),
                prices(),
                timeout(),
                section.yesNo("json-schema"));
    }

    private Optional<Protocol> protocol() {
        Optional<String> word = section.text("protocol");
        Optional<Protocol> known = word.flatMap(text -> Stream.of(Protocol.values())
                .filter(protocol -> protocol.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst());
        if (word.isPresent() && known.isEmpty()) {
            section.problem("protocol", "must be openai, anthropic, embedded, scripted or synthetic");
        }
        return known;
    }

    private Optional<String> url() {
        Optional<String> url = section.text("url").map(text -> text.replaceAll("/+$", ""));
        if (url.isPresent()
                && (!url.get().matches("https?://.+")
                        || ProviderPatch.hostOf(url.get()).isEmpty())) {
            section.problem("url", "must be a base URL, for example https://api.openai.com/v1");
            return Optional.empty();
        }
        return url;
    }

    private Optional<KeySource> key() {
        Optional<Object> value = section.any("key");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof String word) {
            if (!word.equals("none")) {
                section.problem("key", "never stands in a file; say where it is: key = { env = \"MY_KEY\" }");
            }
            return Optional.of(new KeySource.None());
        }
        Section source = section.table("key").closed(List.of("env", "file", "command"));
        if (source.keys().size() != 1) {
            section.problem(
                    "key", "must be one of { env = \"…\" }, { file = \"…\" }, { command = [\"…\"] } or \"none\"");
            return Optional.empty();
        }
        Optional<KeySource> env = source.text("env").map(KeySource.Env::new);
        Optional<KeySource> file = source.text("file").map(this::file);
        List<String> words = source.texts("command");
        return env.or(() -> file)
                .or(() -> words.isEmpty() ? Optional.empty() : Optional.of(new KeySource.Command(words)));
    }

    private KeySource file(String text) {
        Path path = text.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), text.substring(2))
                : folder.resolve(text);
        return new KeySource.File(path.normalize());
    }

    private Map<String, String> headers() {
        Section headers = section.table("headers");
        Map<String, String> all = new LinkedHashMap<>();
        headers.keys().forEach(name -> headers.text(name).ifPresent(value -> all.put(name, value)));
        return all;
    }

    private Limits limits() {
        Section limits = section.table("limits").closed(List.of("rpm", "tpm", "in-flight"));
        return new Limits(whole(limits.count("rpm")), limits.count("tpm"), whole(limits.count("in-flight")));
    }

    private static OptionalInt whole(OptionalLong count) {
        return count.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, count.getAsLong()))
                : OptionalInt.empty();
    }

    private Map<String, Price> prices() {
        Section prices = section.table("prices");
        Map<String, Price> all = new LinkedHashMap<>();
        for (String model : prices.keys()) {
            Section price = prices.table(model).closed(List.of("input", "output"));
            OptionalDouble input = price.amount("input");
            OptionalDouble output = price.amount("output");
            if (input.isPresent() && output.isPresent()) {
                all.put(model, new Price(input.getAsDouble(), output.getAsDouble()));
            } else if (price.any("input").isEmpty() || price.any("output").isEmpty()) {
                prices.problem(model, "must be { input = …, output = … }, in US dollars for a million tokens");
            }
        }
        return all;
    }

    private Optional<Duration> timeout() {
        Optional<String> text = section.text("timeout");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches() || matcher.group(1).length() > 9 || Long.parseLong(matcher.group(1)) == 0) {
            section.problem("timeout", "must be a time above 0, for example \"90s\" or \"5m\"");
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }
}
