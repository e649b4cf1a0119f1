package fellowship.dataset;

import fellowship.chat.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider's terms or a model's licence say of training on what the model writes: {@code terms.json}, each entry with
 * its source and the date on which it was read. A model without an entry is unknown, which is not the same as free.
 *
 * @param terms what they are called
 * @param training what they say of training
 * @param url where they stand
 * @param checked the date on which that was read
 */
record ModelTerms(String terms, String training, String url, String checked) {

    private record Entry(Pattern provider, Pattern model, ModelTerms terms) {}

    private static final List<Entry> ENTRIES = read();

    /** The terms of a model; the first entry that fits. */
    static Optional<ModelTerms> of(ModelRef model) {
        String provider = model.provider().toLowerCase(Locale.ROOT);
        String name = model.model().toLowerCase(Locale.ROOT);
        return ENTRIES.stream()
                .filter(entry -> entry.provider().matcher(provider).matches()
                        && entry.model().matcher(name).matches())
                .map(Entry::terms)
                .findFirst();
    }

    private static List<Entry> read() {
        try (InputStream in =
                Objects.requireNonNull(ModelTerms.class.getResourceAsStream("terms.json"), "terms.json")) {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode node :
                    JsonMapper.builder().build().readTree(in.readAllBytes()).path("terms")) {
                entries.add(new Entry(
                        Pattern.compile(node.path("provider").asString("")),
                        Pattern.compile(node.path("model").asString("")),
                        new ModelTerms(
                                node.path("terms").asString(""),
                                node.path("training").asString(""),
                                node.path("url").asString(""),
                                node.path("checked").asString(""))));
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
