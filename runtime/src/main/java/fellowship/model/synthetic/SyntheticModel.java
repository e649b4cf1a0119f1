package fellowship.model.synthetic;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Usage;
import fellowship.model.http.Counts;
import fellowship.model.http.Json;
import fellowship.prompt.Fence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * A writer and a judge of known strength and bias, for trying a pipeline or a panel before paying and for testing what
 * measures judges. Written {@code synthetic:name=value,name=value#seed}, for example
 * {@code synthetic:position=0.3,length=0.2,noise=1,family=llama#7}; nothing needs to be set. The same request to the same
 * reference always gets the same answer.
 *
 * <p>As a writer it writes words without meaning, of a drawn quality and length:
 *
 * <ul>
 *   <li>{@code quality}, 0: the mean of the qualities; {@code spread}, 1: their standard deviation (they are normal).
 *   <li>{@code characters}, 300: the median length; {@code variety}, 0.4: the standard deviation of its logarithm. No text
 *       is shorter than 60 characters.
 *   <li>{@code family}, {@code synthetic}: small letters; the model that says it answered is {@code FAMILY-synthetic}. The
 *       text ends in a line with its quality and a digest of the family, which tells other judges nothing.
 * </ul>
 *
 * <p>As a judge, which it is when candidates stand between the marks of a {@link Fence}, it finds A better than B by
 * u = q(A) − q(B) + position + length · ln(length of A / length of B) + self · (own(A) − own(B)) + noise · ε, where q is
 * the true quality, own is 1 for a text of its own {@code family}, and ε is standard normal. It says A where u is above
 * {@code tie}, B where it is below −{@code tie}, else a tie.
 *
 * <ul>
 *   <li>{@code position}, {@code length}, {@code self}, 0: biases, in standard deviations of quality.
 *   <li>{@code noise}, 1: its standard deviation; {@code correlation}, 0 to 1: the share of its variance that belongs to the
 *       pair, so that all synthetic judges and both orders share it. The rest is drawn for each call.
 *   <li>{@code tie}, 0: see above. {@code unreadable}, 0 to 1: how often a reply cannot be read, drawn for each call.
 *   <li>{@code plain}, 0: the mean quality of texts that no synthetic model wrote; each has one drawn from its question
 *       and words, with standard deviation 1.
 * </ul>
 *
 * <p>It replies in the form that is asked for: JSON by schema, lines with the call's mark, or one option alone. Scores are
 * values on the scale, six standard deviations on each side of its middle; equal where the two tie. Rankings, scores and
 * levels follow the same values. What others say at a table does not move it. A text that ends in its line and is not
 * fenced is reviewed in the same way.
 */
public final class SyntheticModel implements ChatModel {

    private static final String UNREADABLE = "Both have their strengths, and it would be wrong to choose.";

    private final Traits traits;

    private SyntheticModel(Traits traits) {
        this.traits = traits;
    }

    /** @throws IllegalArgumentException for a setting that is not known or out of its range */
    public static SyntheticModel of(String reference) {
        return new SyntheticModel(Traits.parse(reference));
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.fromCallable(() -> answer(request));
    }

    private Completion answer(ChatRequest request) {
        Seen seen = Seen.of(request);
        Chance chance = Chance.of(traits.reference(), seen.all());
        String text = text(request, seen, chance);
        long most = 4L * request.sampling().maxTokens();
        boolean cut = text.codePointCount(0, text.length()) > most;
        String given = cut ? text.substring(0, text.offsetByCodePoints(0, (int) most)) : text;
        return new Completion(
                given,
                Optional.empty(),
                cut ? Finish.LENGTH : Finish.COMPLETE,
                new Usage(Counts.estimate(request), Usage.estimate(given), true),
                traits.family() + "-synthetic",
                Optional.empty(),
                List.of());
    }

    private String text(ChatRequest request, Seen seen, Chance chance) {
        Filling filling = new Filling(Taste.of(traits, seen, chance), chance);
        List<Wanted> fields = request.schema()
                .map(schema -> Wanted.ofSchema(schema.schema()))
                .orElseGet(() -> seen.fence()
                        .map(fence -> Wanted.ofLines(seen.last(), fence.mark()))
                        .orElse(List.of()));
        Optional<String> bare = fields.isEmpty() ? filling.bare(seen.last()) : Optional.empty();
        if (fields.isEmpty() && bare.isEmpty()) {
            return seen.candidates().isEmpty() ? Writing.of(traits, chance) : filling.reasons();
        }
        if (chance.split("unreadable").uniform() < traits.of("unreadable")) {
            return UNREADABLE;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.key(), filling.value(field)));
        return bare.orElseGet(() ->
                request.schema().isPresent() ? Json.MAPPER.writeValueAsString(values) : lines(seen, filling, values));
    }

    private static String lines(Seen seen, Filling filling, Map<String, Object> values) {
        String lines = values.entrySet().stream()
                .map(line -> line.getKey() + ": "
                        + (line.getValue() instanceof List<?> order
                                ? order.stream().map(String::valueOf).collect(Collectors.joining(" > "))
                                : line.getValue()))
                .collect(Collectors.joining("\n"));
        if (seen.last().contains("Begin with th")) {
            return lines + "\n\n" + filling.reasons();
        }
        return seen.last().contains("Write your reasons") ? filling.reasons() + "\n\n" + lines : lines;
    }
}
